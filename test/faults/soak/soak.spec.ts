import type { Life } from './lives.js';
import { slopeOf } from './lives.js';
import { SoakRun, type SoakReport } from './soak-run.js';
import { drawnSeed } from '../../support/chance.js';

const PLAN = {
  minutes: Number(process.env['SOAK_MINUTES'] ?? '20'),
  rate: Number(process.env['SOAK_RATE'] ?? '20'),
  seed: drawnSeed('SOAK_SEED'),
};
/** Of what was to be exchanged; what is not there by the end of the time is there when all has drained. */
const MIN_PART = 0.9;
const SLOPE_MIB = 2;
const LAG_P99_MS = 50;
/** Whatever piled up in a fault of ten seconds is gone before the next but two. */
const DRAINED_SECONDS = 90;
const LIMIT_MS = (2 * PLAN.minutes + 5) * 60_000;

describe(`${String(PLAN.minutes)} minutes at ${String(PLAN.rate)} messages a second with a fault each 30 s`, () => {
  let report: SoakReport;

  beforeAll(async () => {
    report = await SoakRun.of(PLAN);
    process.stdout.write(described(report));
  }, LIMIT_MS);

  it('loses nothing, doubles nothing, and leaves no gap', () => {
    expect(report.broken).toEqual([]);
  });

  it('exchanges as much as it was given', () => {
    const { messagesIn, messagesOut, drainedSeconds } = report;
    expect(messagesIn + messagesOut).toBeGreaterThanOrEqual(MIN_PART * PLAN.rate * PLAN.minutes * 60);
    expect(drainedSeconds).toBeLessThanOrEqual(DRAINED_SECONDS);
  });

  it('keeps its memory, and turns in time', () => {
    const long = report.watched.lives.filter(({ minutes }) => minutes >= PLAN.minutes / 2);
    const slopes = long.flatMap(({ leftSlopeMiB }) => (leftSlopeMiB === null ? [] : [leftSlopeMiB]));
    expect(slopes).not.toEqual([]);
    expect(Math.max(...slopes)).toBeLessThanOrEqual(SLOPE_MIB);
    expect(report.watched.byProcessor.p99).toBeLessThanOrEqual(LAG_P99_MS);
  });

  it('measures a slope', () => {
    const points = [0, 1, 2, 3].map((x) => [x, 7 + 3 * x + (x % 2)] as const);
    expect(slopeOf(points)).toBeCloseTo(3.2);
  });
});

function described({
  plan,
  sent,
  faults,
  backlog,
  drainedSeconds,
  messagesIn,
  messagesOut,
  watched,
}: SoakReport): string {
  const { byClock, byProcessor, lives } = watched;
  const seconds = plan.minutes * 60;
  const lag = ({ p50, p99, max }: typeof byClock): string => `p50 ${p50} · p99 ${p99} · max ${max} ms`;
  return `${[
    `soak: ${plan.minutes} min, wanted ${plan.rate} messages/s, seed ${plan.seed}`,
    `messages: ${messagesIn} in (feedback, ${sent} taken from the hotline), ${messagesOut} out (statuses and letters): ${((messagesIn + messagesOut) / seconds).toFixed(1)}/s`,
    `faults (${faults.length}): ${faults.join(' · ')}`,
    `backlog (second: at the e-office/jobs here): ${backlog.map(({ second, there, here }) => `${second}: ${there}/${here}`).join(' · ')}`,
    `quiet ${drainedSeconds.toFixed(0)} s after the last message`,
    `main thread late, by the clock: ${lag(byClock)}; by its own time on the processor: ${lag(byProcessor)}`,
    `lives: ${lives.map(lifeLine).join(' · ')}`,
  ].join('\n')}\n`;
}

function lifeLine({ pid, minutes, firstMiB, lastMiB, slopeMiB, leftSlopeMiB }: Life): string {
  const left =
    leftSlopeMiB === null ? 'no full collections to compare' : `${leftSlopeMiB.toFixed(2)} after full collections`;
  const slope = slopeMiB === null ? 'too short for a slope' : `${slopeMiB.toFixed(2)} MiB/min, ${left}`;
  return `${pid}: ${minutes.toFixed(1)} min, ${firstMiB.toFixed(0)} to ${lastMiB.toFixed(0)} MiB, ${slope}`;
}
