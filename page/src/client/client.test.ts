import { describe, expect, it } from 'vitest';
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
