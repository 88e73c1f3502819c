import { sha256Of } from '../../kernel/sha256.js';
import { sha256InTurns } from './sha256-in-turns.js';

describe('SHA-256', () => {
  it('is the one of the standard', () => {
    expect(sha256Of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it.each([0, 1, 4 * 1024 * 1024, 4 * 1024 * 1024 + 1, 9_000_000])('is the same in turns (%d bytes)', async (size) => {
    const bytes = Buffer.alloc(size, 'Hải Phòng');
    expect(await sha256InTurns(bytes)).toBe(sha256Of(bytes));
  });

  it('lets others have their turns', async () => {
    let turns = 0;
    const others = setInterval(() => (turns += 1), 0);
    await sha256InTurns(Buffer.alloc(64 * 1024 * 1024));
    clearInterval(others);
    expect(turns).toBeGreaterThan(1);
  });
});
