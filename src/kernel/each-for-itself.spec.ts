import { DomainError } from './domain-error.js';
import { eachForItself } from './each-for-itself.js';

describe('eachForItself', () => {
  it('goes on after a refusal, and says of each what came of it', async () => {
    const refused = new DomainError('forbidden');
    const act = (item: number): Promise<number> => (item === 2 ? Promise.reject(refused) : Promise.resolve(item * 10));
    expect(await eachForItself([1, 2, 3], act)).toEqual([
      { item: 1, made: 10, refused: null },
      { item: 2, made: null, refused },
      { item: 3, made: 30, refused: null },
    ]);
  });

  it('stops at what is no refusal', async () => {
    await expect(eachForItself([1], () => Promise.reject(new Error('No disk')))).rejects.toThrow('No disk');
  });

  it('lets other work in between, also where nothing has to be waited for', async () => {
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await eachForItself(Array.from({ length: 50 }), () => Promise.resolve());
    isOver = true;
    expect(turns).toBeGreaterThan(20);
  });
});
