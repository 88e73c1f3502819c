/** Milliseconds for which one piece of work goes on before others have their turns. */
const TURN_MS = 10;

/** Everybody who waits goes first. Reads of SQLite give no turn to anybody, however many follow one another. */
export const nextTurn = (): Promise<void> =>
  new Promise((resume) => {
    setImmediate(resume);
  });

/** Work that stops now and then, so that the caller can let other requests go first. */
export type Steps<T> = Generator<void, T>;

/** Does work step by step while others have their turns: nobody waits longer than one step beside `TURN_MS`. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (let began = performance.now(), step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - began < TURN_MS) continue;
    await nextTurn();
    began = performance.now();
  }
}

/** Does work without a break: for what is known to be short. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** What `each` makes of every row, in their order, with a break after each. */
export function* stepsOf<Row, Done>(rows: Iterable<Row>, each: (row: Row) => Done): Steps<readonly Done[]> {
  const done: Done[] = [];
  for (const row of rows) {
    done.push(each(row));
    yield;
  }
  return done;
}
