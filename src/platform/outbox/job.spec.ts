import { z } from 'zod';
import { JobHandlers, type HandlersOf } from './job-handlers.js';
import { defineJob, type JobHandler, type PayloadOf } from './job.js';

const payload = z.object({ ticketId: z.string(), reason: z.string().optional() });
const TELL = defineJob({ kind: 'test.tell', words: 'Báo', repeat: 'told once', channel: 'mail', payload });
const CLOSE = defineJob({
  kind: 'test.close',
  words: 'Đóng',
  repeat: 'closed once',
  channel: 'internal',
  payload: z.object({ ticketId: z.string() }),
  key: ({ ticketId }, time: number, again?: string) => [ticketId, time, again],
  orderingKey: ({ ticketId }) => `ticket:${ticketId}`,
});

class Tell implements JobHandler<typeof TELL> {
  readonly job = TELL;
  readonly told: PayloadOf<typeof TELL>[] = [];
  readonly givenUp: string[] = [];

  handle(given: PayloadOf<typeof TELL>): Promise<void> {
    this.told.push(given);
    return Promise.resolve();
  }

  giveUp({ ticketId }: PayloadOf<typeof TELL>): Promise<void> {
    this.givenUp.push(ticketId);
    return Promise.resolve();
  }
}

class Close implements JobHandler<typeof CLOSE> {
  readonly job = CLOSE;

  handle(): Promise<void> {
    return Promise.resolve();
  }
}

describe('a declared job', () => {
  it('is named by its kind and payload, unless its declaration says by what', () => {
    expect(TELL.of({ ticketId: '7' })).toMatchObject({ kind: 'test.tell', key: 'test.tell:7' });
    expect(CLOSE.of({ ticketId: '7' }, 2)).toMatchObject({ key: 'test.close:7:2', orderingKey: 'ticket:7' });
    expect(CLOSE.of({ ticketId: '7' }, 2, 'late').key).toBe('test.close:7:2:late');
  });

  it('does not compile with another payload, without what its name needs, or without a handler of its own', () => {
    // @ts-expect-error -- nothing of the payload
    TELL.of({});
    // @ts-expect-error -- more than the payload
    TELL.of({ ticketId: '7', of: 'whom' });
    // @ts-expect-error -- the name needs the time
    CLOSE.of({ ticketId: '7' });
    // @ts-expect-error -- no handler for test.close
    const missing: HandlersOf<typeof TELL | typeof CLOSE> = { 'test.tell': Tell };
    // @ts-expect-error -- a handler of another kind
    const wrong: HandlersOf<typeof TELL | typeof CLOSE> = { 'test.tell': Tell, 'test.close': Tell };
    const right: HandlersOf<typeof TELL | typeof CLOSE> = { 'test.tell': Tell, 'test.close': Close };
    expect([missing, wrong, right]).toHaveLength(3);
  });
});

describe('the handlers of jobs', () => {
  const row = (kind: string, stored: Readonly<Record<string, string>>) => ({ kind, payload: stored });

  it('get the payload that was enqueued, of rows from before too', async () => {
    const [tell, handlers] = [new Tell(), new JobHandlers()];
    handlers.add(tell);
    await handlers.handle(row('test.tell', { ticketId: '7' }));
    await handlers.handle(row('test.tell', { ticketId: '8', reason: 'Vì sao.' }));
    expect(tell.told).toEqual([{ ticketId: '7' }, { ticketId: '8', reason: 'Vì sao.' }]);
  });

  it('are not asked to do, nor told the end of, what lacks what they need', async () => {
    const [tell, handlers] = [new Tell(), new JobHandlers()];
    handlers.add(tell);
    const lacking = row('test.tell', { reason: 'Vì sao.' });
    await expect(handlers.handle(lacking)).rejects.toMatchObject({ code: 'input-invalid' });
    await handlers.giveUp(lacking, 'Lý do.');
    await handlers.giveUp(row('test.tell', { ticketId: '7' }), 'Lý do.');
    expect([tell.told, tell.givenUp]).toEqual([[], ['7']]);
  });

  it('are one for each kind', () => {
    const handlers = new JobHandlers();
    handlers.add(new Tell());
    expect(() => handlers.add(new Tell())).toThrow('Two handlers for test.tell');
  });

  it('know words and channel of what is declared though it is not done here, and call the rest internal', () => {
    const handlers = new JobHandlers([TELL]);
    expect([handlers.wordsOf('test.tell'), handlers.channelOf('test.tell')]).toEqual(['Báo', 'mail']);
    expect([handlers.wordsOf('gone.kind'), handlers.channelOf('gone.kind')]).toEqual(['gone.kind', 'internal']);
    expect([handlers.kindsIn('mail'), handlers.kindsIn('internal')]).toEqual([['test.tell'], []]);
  });
});
