import { describe, expect, it } from 'vitest';
import { isSpoken } from '../chat/entry.ts';
import { LoginKeep } from '../settings/login.ts';
import { MemoryStorage } from '../settings/storage.ts';
import { clientAt, ModelServer, run, seeded, Tab, Timetable } from './model-server.ts';

/** Talks for a while over a connection that is lost all the time, with reloads between, and then looks at both sides. */
async function scene(seed: number): Promise<void> {
  const random = seeded(seed);
  const timetable = new Timetable();
  const server = new ModelServer(timetable, random, 0, random() < 0.5 ? 1000 : 3);
  const tab = new Tab();
  let client = clientAt(server, tab, random);
  for (let count = 0; count < 30; count += 1) server.sayAs('bob', `before ${count}`);
  client.enter('ann', 'secret');
  await run(timetable, 5_000);
  expect(client.phase, `seed ${seed}`).toBe('in');
  server.loss = random() * 0.15;
  const said: string[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    const dice = random();
    if (dice < 0.55) {
      const text = random() < 0.2 ? `words ${turn}\nand more` : `words ${turn}`;
      said.push(text);
      client.say('#tea', text);
    } else if (dice < 0.8) server.sayAs('bob', `others ${turn}`);
    else if (dice < 0.85) {
      // A reload: the old page is gone with all that it had in its memory.
      client.connection.close();
      client = clientAt(server, tab, random);
      client.resume();
    } else if (dice < 0.9) server.isUp = !server.isUp;
    await run(timetable, Math.floor(random() * 400));
  }
  server.loss = 0;
  server.isUp = true;
  client.connection.tryNow();
  await run(timetable, 200_000);

  const stored = server.journal.filter((each) => each.by === 'ann').map((each) => each.text);
  expect(stored, `what the server has, seed ${seed}`).toEqual(said);
  expect(client.queue.pending, `the queue, seed ${seed}`).toEqual([]);
  const timeline = client.chat.open('#tea').timeline;
  // After a reload the echo of an old message may stand alone, with a gap behind it that the view closes.
  const begin = timeline.entries.findLastIndex((entry) => timeline.hasGapAfter(entry.id)) + 1;
  const shown = timeline.entries.slice(begin).filter(isSpoken).map((entry) => entry.text);
  expect(shown, `what the page shows, seed ${seed}`).toEqual(server.journal.slice(-shown.length).map((each) => each.text));
  expect(shown.length, `seed ${seed}`).toBeGreaterThanOrEqual(Math.min(said.length, 1));
  expect(timeline.firstMissed, `gaps, seed ${seed}`).toBeUndefined();
}

describe('whatever the connection does', () => {
  const first = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e6));
  it(`everything that was said is stored once, in order, and shown (seeds from ${first})`, async () => {
    for (let seed = first; seed < first + 150; seed += 1) await scene(seed);
  }, 60_000);
});

describe('a connection that breaks at one certain point', () => {
  it('leaves nothing out and nothing twice, whichever point that is', async () => {
    for (let point = 0; point < 60; point += 1) {
      const timetable = new Timetable();
      let lines = 0;
      const random = seeded(point);
      // The first lines are the arrival; from then on the connection is lost once, at the given line.
      let isArmed = false;
      const server = new ModelServer(timetable, () => (isArmed && (lines += 1) === point + 1 ? 0 : 1), 0.5, 1000);
      const client = clientAt(server, new Tab(), random);
      client.enter('ann', 'secret');
      await run(timetable, 5_000);
      isArmed = true;
      const said = ['one', 'two\nlines', 'three', 'four', 'five'];
      for (const text of said) client.say('#tea', text);
      await run(timetable, 100);
      client.say('#tea', 'six');
      await run(timetable, 100_000);
      expect(server.journal.map((each) => each.text), `lost at line ${point}`).toEqual([...said, 'six']);
      expect(client.queue.pending).toEqual([]);
    }
  }, 30_000);
});

describe('a reload', () => {
  it('needs no password again, however early it comes', async () => {
    const timetable = new Timetable();
    const server = new ModelServer(timetable, () => 0.5, 0, 1000);
    const tab = new Tab();
    let client = clientAt(server, tab, seeded(1));
    client.enter('ann', 'secret');
    while (client.phase !== 'in') await timetable.step(Infinity);
    expect(client.login?.token).toBeUndefined();

    client.connection.close();
    client = clientAt(server, tab, seeded(2));
    expect(client.resume()).toBe(true);
    await run(timetable, 5_000);
    expect(client.phase).toBe('in');
    expect(client.login?.token).toBe('1');
    expect(tab.passing.getItem('veche.login')).toBeNull();
  });
});

describe('what is kept to come back by', () => {
  it('is forgotten by the tab that it no longer lets in, and by no other', () => {
    const lasting = new MemoryStorage();
    const ann = new LoginKeep(lasting, new MemoryStorage());
    const other = new LoginKeep(lasting, new MemoryStorage());
    other.writeForNow({ name: 'ann', secret: 'an old password', token: undefined });
    ann.write({ name: 'ann', secret: 'a token', token: '2' });
    expect(other.read()?.secret).toBe('an old password');
    other.forget(other.read());
    expect(ann.read()?.secret).toBe('a token');
    expect(other.read()?.secret).toBe('a token');
    ann.forget(ann.read());
    expect(other.read()).toBeUndefined();
  });

  it('is no password once somebody is turned away', async () => {
    const timetable = new Timetable();
    const server = new ModelServer(timetable, () => 0.5, 0, 1000);
    const tab = new Tab();
    const client = clientAt(server, tab, seeded(1));
    client.enter('ann', 'secret');
    while (client.phase !== 'in') await timetable.step(Infinity);
    expect(tab.passing.getItem('veche.login')).toContain('secret');
    client.onRefused({ code: 'kicked', text: '' });
    expect(tab.passing.getItem('veche.login')).toBeNull();
  });
});

describe('accounts that are cleared', () => {
  it('are told of, and what was not sent is kept', async () => {
    const timetable = new Timetable();
    const server = new ModelServer(timetable, () => 0.5, 0, 1000);
    const tab = new Tab();
    const client = clientAt(server, tab, seeded(1));
    client.enter('ann', 'secret');
    await run(timetable, 5_000);
    expect(client.login?.token).toBe('1');
    server.knowsAccounts = false;
    server.hangUp();
    client.say('#tea', 'are you there?');
    await run(timetable, 60_000);
    expect(client.phase).toBe('out');
    expect(client.refusal).toMatchObject({ code: 'wrong-password', wasIn: true });
    expect(client.queue.pending.map((item) => item.text)).toEqual(['are you there?']);
    expect(clientAt(server, tab, seeded(2)).resume()).toBe(false);

    server.knowsAccounts = true;
    client.enter('ann', 'a new one');
    await run(timetable, 5_000);
    expect(server.journal.map((each) => each.text)).toEqual(['are you there?']);
  });
});
