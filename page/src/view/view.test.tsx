import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Spoken } from '../chat/entry.ts';
import { Client } from '../client/client.ts';
import { LoginKeep } from '../settings/login.ts';
import { DEFAULTS } from '../settings/settings.ts';
import { App, AppContext } from './app-context.ts';
import { Attention } from './attention.ts';
import { Banner } from './banner.tsx';
import { Header } from './header.tsx';
import { Heights } from './heights.ts';
import { Members } from './members.tsx';
import { MessageRow } from './message-row.tsx';
import { isOwnImage } from './picture.tsx';
import { Highlighted } from './search.tsx';
import { Uploads } from './uploads.ts';

/** What has worked against other pages, from the collections of OWASP and others. */
const PAYLOADS: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)" />',
  '<svg onload=alert(1)>',
  '<svg/onload=alert`1`>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<body onload=alert(1)>',
  '<iframe src=javascript:alert(1)></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data=javascript:alert(1)></object>',
  '<embed src=javascript:alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="java&#x09;script:alert(1)">x</a>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<form action=javascript:alert(1)><button>x</button></form>',
  '<button formaction=javascript:alert(1)>x</button>',
  '<input autofocus onfocus=alert(1)>',
  '<select autofocus onfocus=alert(1)>',
  '<textarea autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)>',
  '<audio src=x onerror=alert(1)>',
  '<marquee onstart=alert(1)>',
  '<style>@import "//evil.example/x.css";</style>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href=//evil.example/>',
  '<div style="background:url(javascript:alert(1))">',
  '<div style="width:expression(alert(1))">',
  '<x onclick=alert(1)>click',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '--><script>alert(1)</script>',
  ']]><script>alert(1)</script>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<<SCRIPT>alert(1);//<</SCRIPT>',
  '<img """><script>alert(1)</script>">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '${alert(1)} {{constructor.constructor("alert(1)")()}}',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'https://example.org/"onmouseover="alert(1)',
  "https://example.org/'><script>alert(1)</script>",
  'https://example.org/<script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '![x](javascript:alert(1))',
  '**<img src=x onerror=alert(1)>**',
  '`<img src=x onerror=alert(1)>`',
  '```\n<script>alert(1)</script>\n```',
  '> <svg onload=alert(1)>',
  '\x02<script>\x02alert(1)\x0304</script>',
];

/** The only elements that a text may become. */
const HARMLESS = new Set(['ARTICLE', 'A', 'ASIDE', 'BLOCKQUOTE', 'BUTTON', 'CODE', 'DIV', 'EM', 'H1', 'H2', 'H3', 'HEADER', 'LI', 'MARK', 'P', 'PATH', 'PRE', 'S', 'SECTION', 'SPAN', 'STRONG', 'SVG', 'TIME', 'UL']);

function newApp(): App {
  const nothing = () => undefined;
  const client: Client = new Client({
    openSocket: () => ({ send: nothing, close: nothing }),
    surroundings: { now: () => 0, after: () => nothing, random: () => 0, isOnline: () => true },
    login: new LoginKeep(localStorage, sessionStorage),
    keepFor: () => ({ read: nothing, write: nothing }),
    label: '',
    newId: () => 'x',
    listener: { onChange: nothing, onNews: nothing, onToast: nothing, onForget: nothing },
  });
  client.chat.nick = 'ann';
  return new App(client, signal(DEFAULTS), ['en']);
}

function spoken(by: string, text: string): Spoken {
  return { kind: 'said', id: '1', time: 0, by, isOwn: false, text, replyTo: undefined, clientId: undefined, reactions: new Map([[text, new Set([by])]]), isDeleted: false };
}

afterEach(() => render(null, document.body));

function expectHarmless(): void {
  for (const element of document.body.querySelectorAll('*')) {
    expect(HARMLESS.has(element.tagName.toUpperCase()), element.tagName).toBe(true);
    for (const { name, value } of element.attributes) {
      expect(name.startsWith('on'), `${element.tagName} ${name}`).toBe(false);
      if (['href', 'src', 'action', 'formaction', 'srcdoc', 'xlink:href'].includes(name)) expect(value).toMatch(/^(https?|ircs?|mailto):/);
    }
  }
}

describe('what strangers write stays text', () => {
  it('knows enough of what they write', () => expect(PAYLOADS.length).toBeGreaterThan(50));

  it.each(PAYLOADS)('%j', (payload) => {
    const app = newApp();
    const conversation = app.client.chat.open('#tea');
    conversation.topic = payload;
    conversation.members.set('x', { nick: payload, ranks: '@', isAway: false });
    const entry = spoken(payload, payload);
    render(
      <AppContext.Provider value={app}>
        <Header conversation={conversation} />
        <Members conversation={conversation} />
        <MessageRow conversation={conversation} entry={entry} goesOn={false} />
        <MessageRow conversation={conversation} entry={{ ...entry, kind: 'action' }} goesOn={false} />
        <p>
          <Highlighted text={payload} words={payload} />
        </p>
      </AppContext.Provider>,
      document.body,
    );
    expectHarmless();
    const visible = payload.replace(/[\x00-\x1f]\d*|[`*>\s]/g, '');
    expect(document.body.textContent?.replace(/[`*>\s]/g, '')).toContain(visible.replace(/^!?\[/, '['));
  });
});

describe('the banner', () => {
  it('lets one try at once, also where the browser sees no network', () => {
    const app = newApp();
    const tried = vi.spyOn(app.client.connection, 'tryNow');
    app.client.connection.standing = { kind: 'offline', reason: '' };
    render(
      <AppContext.Provider value={app}>
        <Banner />
      </AppContext.Provider>,
      document.body,
    );
    document.querySelector('button')?.click();
    expect(tried).toHaveBeenCalledOnce();
  });
});

describe('an image', () => {
  it('is shown only from the server’s own place for files', () => {
    const page = 'https://chat.example/';
    const shown = (href: string) => isOwnImage(href, 'https://chat.example/files', page);
    expect(shown('https://chat.example/files/1/tea.png')).toBe(true);
    expect(['https://evil.example/files/1.png', 'https://chat.example/other/1.png', 'https://chat.example/files/1.svg', 'https://chat.example/files/../x.png', 'http://chat.example/files/1.png', 'nonsense'].some(shown)).toBe(false);
    expect(isOwnImage('https://chat.example/files/1.png', undefined, page)).toBe(false);
  });
});

describe('pictures', () => {
  afterEach(() => vi.unstubAllGlobals());

  /** All promises have gone on as far as they can. */
  const settled = () => new Promise((done) => setTimeout(done));

  /** Two pictures that somebody has begun to send to a server which takes one when it is told to. */
  function sending() {
    const app = newApp();
    app.client.login = { name: 'ann', secret: 'secret', token: undefined };
    app.client.connection.support.learn([`draft/FILEHOST=${new URL('/files', location.href).href}`]);
    const take: (() => void)[] = [];
    vi.stubGlobal('fetch', (_: URL, { body, signal }: { body: File; signal: AbortSignal }) =>
      new Promise((answer, fail) => {
        signal.throwIfAborted();
        signal.addEventListener('abort', () => fail(signal.reason));
        take.push(() => answer({ status: 201, headers: new Headers({ Location: `/files/${body.name}` }) }));
      }));
    const uploads = new Uploads(app);
    uploads.add('#tea', ['one.png', 'two.png'].map((name) => new File(['x'], name)));
    uploads.sendAll('#tea');
    const said = () => app.client.queue.pending.map((item) => item.text.replace(/.*\//, ''));
    return { uploads, take, said };
  }

  it('are sent once, however often one presses Enter', async () => {
    const { uploads, take, said } = sending();
    uploads.sendAll('#tea');
    for (const _ of uploads.items.value) {
      take.at(-1)?.();
      await settled();
    }
    expect([take.length, said()]).toEqual([2, ['one.png', 'two.png']]);
  });

  it('that are taken back are not sent, those on their way neither', async () => {
    const { uploads, take, said } = sending();
    for (const item of uploads.items.value) uploads.remove(item.id);
    uploads.add('#tea', [new File(['x'], 'three.png')]);
    uploads.sendAll('#tea');
    for (const each of take) each();
    await settled();
    expect(said()).toEqual(['three.png']);
  });
});

describe('a notification', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('that the browser does not let a page make is left out', () => {
    const tried = vi.fn();
    vi.stubGlobal('Notification', class {
      static readonly permission = 'granted';
      constructor(title: string) {
        tried(title);
        throw new TypeError('Illegal constructor');
      }
    });
    const app = newApp();
    app.settings.value = { ...DEFAULTS, notifications: true };
    new Attention(app).tell(app.client.chat.open('bob'), spoken('bob', 'psst'));
    expect(tried).toHaveBeenCalledWith('bob');
  });
});

describe('heights of rows', () => {
  const rows = (keys: readonly string[]) => ({ count: keys.length, key: (index: number) => keys[index] ?? '', estimate: () => 10 });

  it('stay with their rows when others come before them', () => {
    const heights = new Heights();
    heights.update(rows(['c', 'd']));
    heights.measure('c', 0, 30);
    heights.update(rows(['a', 'b', 'c', 'd']));
    expect([heights.total, heights.top(2), heights.top(3), heights.at(25), heights.at(49), heights.at(50)]).toEqual([60, 20, 50, 2, 2, 3]);
  });

  it('cost no more for what comes at the end than itself, behind a hundred thousand rows', () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => String(index));
    const heights = new Heights();
    let looks = 0;
    const counted = { count: keys.length, key: (index: number) => keys[index] ?? '', estimate: () => 10 + 0 * (looks += 1) };
    heights.update(counted);
    looks = 0;
    for (let count = 0; count < 1000; count += 1) {
      keys.push(`new ${count}`);
      counted.count = keys.length;
      heights.update(counted);
      heights.measure(`new ${count}`, keys.length - 1, 50);
      heights.update(counted);
    }
    expect(heights.total).toBe(100_000 * 10 + 1000 * 50);
    expect(looks).toBe(1000);
  });

  it('are those that were measured, wherever one looks among hundreds of rows', () => {
    const keys = Array.from({ length: 700 }, (_, index) => String(index));
    const high = keys.map((_, index) => (index % 5 === 0 ? 10 : 20 + (index % 7)));
    const heights = new Heights();
    heights.update(rows(keys));
    high.forEach((height, index) => heights.measure(String(index), index, height));
    let top = 0;
    high.forEach((height, index) => {
      expect([heights.top(index), heights.at(top), heights.at(top + height - 1)]).toEqual([top, index, index]);
      top += height;
    });
    expect([heights.total, heights.top(9_999), heights.at(-1), heights.at(top)]).toEqual([top, top, 0, 699]);
  });
});
