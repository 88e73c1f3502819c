/** What a thread of a pool says once it has loaded; see src/platform/threads/thread-pool.ts. */
const READY = 'ready';
/** Of one kind: an app of a test hardly ever has more at work at once. */
const AT_MOST = 2;
/** The real one, whatever clock a spec puts in its place. */
const soon = setImmediate;

/**
 * A thread of a pool that is closed while the thread has nothing to do serves the next pool with the same code. A run of the tests opens some three thousand
 * apps, each starts threads, and loading their code takes longer than most tests. A thread that was stopped at work, or that is no pool's, ends as usual.
 */
export function restingThreads(Worker, copyOf) {
  const resting = new Map();

  return class extends Worker {
    #kind;
    #isReady = false;
    #isOver = false;
    #jobs = 0;
    /** Counts the pools that it served: what one pool was to be told is not for the next. */
    #turn = 0;

    constructor(script, options) {
      const kind = JSON.stringify([String(script), options?.resourceLimits, options?.workerData !== undefined]);
      const rested = resting.get(kind)?.pop();
      if (rested) {
        rested.#serveAgain();
        return rested;
      }
      super(script instanceof URL ? copyOf(script) : script, options);
      this.#kind = kind;
      this.#follow();
    }

    postMessage(...given) {
      this.#jobs += 1;
      super.postMessage(...given);
    }

    terminate() {
      const others = resting.get(this.#kind) ?? [];
      if (others.includes(this)) return Promise.resolve(0);
      if (!this.#isReady || this.#isOver || this.#jobs > 0 || others.length >= AT_MOST) return super.terminate();
      this.#turn += 1;
      this.#forget();
      this.#follow();
      // One that dies while it rests is missed by nobody.
      this.on('error', () => undefined);
      this.unref();
      resting.set(this.#kind, [...others, this]);
      return Promise.resolve(0);
    }

    #serveAgain() {
      const turn = this.#turn;
      this.removeAllListeners('error');
      this.ref();
      soon(() => {
        if (turn === this.#turn) this.emit('message', READY);
      });
    }

    /** Node itself listens for listeners that come and go: those stay. */
    #forget() {
      for (const event of ['message', 'error', 'exit']) this.removeAllListeners(event);
    }

    #follow() {
      this.on('message', (message) => {
        if (message === READY) this.#isReady = true;
        else this.#jobs -= 1;
      });
      this.on('exit', () => {
        this.#isOver = true;
        resting.set(
          this.#kind,
          (resting.get(this.#kind) ?? []).filter((one) => one !== this),
        );
      });
    }
  };
}
