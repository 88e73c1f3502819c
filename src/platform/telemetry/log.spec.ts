import { ALL_HOSTILE } from '../../../test/support/hostile-strings.js';
import { Log } from './log.js';

/** What would begin a line of its own, or speak to a terminal. */
const UNRULY = [...ALL_HOSTILE, 'a\r\nb', 'a\u0000b', '\u001b[31mđỏ\u001b[0m', '\ud800', '\b\b\b', 'a\u009b31m'];

describe('the log', () => {
  const lines: string[] = [];
  let log: Log;
  const freshLog = (): Log => new Log('info', { write: (line) => lines.push(line) });
  beforeEach(() => {
    lines.splice(0);
    log = freshLog();
  });

  it('writes one line per event, whatever stands in it', () => {
    for (const words of UNRULY) {
      log = freshLog();
      log.warn('thử', { ticket: words, error: new Error(words) });
      const [line = '', ...more] = lines.splice(0);
      expect(more).toEqual([]);
      expect(line.split(/[\r\n]/u)).toHaveLength(2);
      expect(line.trimEnd()).not.toMatch(/[\u0000-\u001f]/u);
      expect(JSON.parse(line)).toMatchObject({ event: 'thử', level: 40, ticket: words });
      expect(JSON.parse(line)).toHaveProperty('time', expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/u));
    }
  });

  it('keeps of an error of the database its kind, for its message holds what people wrote', () => {
    const error = Object.assign(new Error('INSERT … Bùi Văn Khải'), { name: 'QueryFailedError' });
    log.error('hỏng', { error });
    expect(lines.join('')).toContain('QueryFailedError');
    expect(JSON.parse(lines.join(''))).not.toHaveProperty('error.message');
  });
});
