import { describe, expect, it } from 'vitest';
import { obey } from './commands.ts';
import { clientAt, ModelServer, run, seeded, Tab, Timetable } from './model-server.ts';

/** Somebody who is about to come in, and a server that loses nothing. */
function scene() {
  const timetable = new Timetable();
  const server = new ModelServer(timetable, () => 0.5, 0, 1000);
  const tab = new Tab();
  return { server, tab, client: clientAt(server, tab, seeded(1)), pass: (milliseconds: number) => run(timetable, milliseconds) };
}

describe('an arrival', () => {
  it('waits as long as the server holds its answer back', async () => {
    const { server, client, pass } = scene();
    server.delay = 60_000;
    client.enter('ann', 'secret');
    await pass(59_000);
    expect(client.connection.standing.kind).toBe('connecting');
    await pass(2_000);
    expect(client.phase).toBe('in');
  });

  it('is tried again when nothing comes of it', async () => {
    const { server, client, pass } = scene();
    server.delay = Infinity;
    client.enter('ann', 'secret');
    await pass(70_100);
    expect(client.connection.standing.kind).toBe('waiting');
    server.delay = 0;
    await pass(10_000);
    expect(client.phase).toBe('in');
  });
});

describe('a network that the browser does not see', () => {
  it('is tried now and then, and whenever somebody wants', async () => {
    const { server, tab, client, pass } = scene();
    tab.isOnline = false;
    server.isUp = false;
    client.enter('ann', 'secret');
    await pass(100);
    expect(client.connection.standing.kind).toBe('offline');
    client.connection.tryNow();
    expect(client.connection.standing.kind).toBe('connecting');
    await pass(100);
    expect(client.connection.standing.kind).toBe('offline');
    server.isUp = true;
    await pass(31_000);
    expect(client.phase).toBe('in');
  });
});

describe('people', () => {
  const numbered = (count: number, name: string) => Array.from({ length: count }, (_, number) => `${name}${number}`);

  it('are found behind any number of channels, the last fifty of them', async () => {
    const { server, client, pass } = scene();
    server.targets = [...numbered(60, 'person'), ...numbered(400, '#channel')];
    client.enter('ann', 'secret');
    await pass(5_000);
    const people = [...client.chat.conversations.values()].filter((conversation) => !conversation.isChannel);
    expect(people.map((conversation) => conversation.name)).toEqual(numbered(60, 'person').slice(-50));
  });
});

describe('a command', () => {
  const impossible = [':x', 'a'.repeat(301), 'я'.repeat(200), 'a\nb'];

  it('to nobody is refused, and what else is said goes on', async () => {
    const { server, client, pass } = scene();
    client.enter('ann', 'secret');
    await pass(5_000);
    for (const name of impossible) {
      for (const line of [`/query ${name}`, `/msg ${name} psst`]) expect(obey(client, client.current, line)).toEqual({ kind: 'unsendable' });
    }
    for (const line of ['/kick :x away', '/mode :x +i', '/invite :x', '/oper :x y', '/quote KICK a\nb c']) expect(obey(client, client.chat.find('#tea'), line)).toEqual({ kind: 'unsendable' });
    expect([...client.chat.conversations.keys()]).toEqual(['#tea']);
    client.say('#tea', 'is there any left?');
    await pass(1_000);
    expect(server.journal.map((each) => each.text)).toEqual(['is there any left?']);
  });

  it('that was kept before anybody knew better holds up nothing', async () => {
    const { server, client, pass } = scene();
    client.enter('ann', 'secret');
    for (const name of impossible) client.say(name, 'psst');
    client.say('#tea', 'is there any left?');
    await pass(5_000);
    expect(server.journal.map((each) => each.text)).toEqual(['is there any left?']);
    expect(client.queue.pending.map((item) => item.state)).toEqual(impossible.map(() => 'refused'));
  });

  it('without a connection is not done, and what is said waits', async () => {
    const { server, client, pass } = scene();
    client.enter('ann', 'secret');
    await pass(5_000);
    server.isUp = false;
    server.hangUp();
    const lines = ['/join #milk', '/part', '/topic tea', '/away', '/back', '/nick bob', '/whois bob', '/invite bob', '/kick bob', '/mode +i', '/oper ann x', '/list', '/quote VERSION'];
    for (const line of lines) expect([line, obey(client, client.current, line)]).toEqual([line, { kind: 'offline' }]);
    for (const line of ['/me waits', '/msg bob psst', '/query bob', '/who #tea']) expect([line, obey(client, client.chat.find('#tea'), line)]).toEqual([line, { kind: 'done' }]);
    expect(client.queue.pending.map((item) => item.text)).toEqual(['waits', 'psst']);
  });
});

describe('what somebody wrote', () => {
  it('is forgotten when they log out', async () => {
    const { server, tab, client, pass } = scene();
    client.enter('ann', 'secret');
    await pass(5_000);
    server.isUp = false;
    server.hangUp();
    client.say('#tea', 'not for everybody');
    const before = tab.forgotten;
    client.logout();
    expect(tab.forgotten).toBe(before + 1);
    expect(JSON.stringify([tab.passing.getItem('queue'), client.queue.pending])).not.toContain('not for everybody');
  });

  it('stays for whoever is turned away and comes again, and is nothing for another', async () => {
    const { tab, client, pass } = scene();
    client.enter('ann', 'secret');
    await pass(5_000);
    const before = tab.forgotten;
    client.onRefused({ code: 'kicked', text: '' });
    client.enter('Ann', 'secret');
    client.logout();
    expect([client.phase, tab.forgotten]).toEqual(['out', before]);
    client.enter('bob', 'secret');
    expect(tab.forgotten).toBe(before + 1);
  });
});
