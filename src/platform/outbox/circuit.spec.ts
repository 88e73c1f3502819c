import {
  afterOutage,
  afterProbeWithoutWord,
  CLOSED,
  MAX_PROBE_PAUSE_MS,
  OUTAGES_TO_OPEN,
  probing,
  standingOf,
  withoutLateProbe,
  type Circuit,
} from './circuit.js';

const START = new Date('2026-03-18T02:00:00Z');
const after = (ms: number): Date => new Date(START.getTime() + ms);

function failing(times: number, from: Circuit = CLOSED): Circuit {
  let circuit = from;
  for (let time = 0; time < times; time += 1) circuit = afterOutage(circuit, { now: START, wasProbe: false });
  return circuit;
}

describe('the circuit of a channel', () => {
  it('opens at the fifth outage in a row, and lets one probe through once its pause is over', () => {
    expect(standingOf(failing(OUTAGES_TO_OPEN - 1), START)).toBe('closed');
    const open = failing(OUTAGES_TO_OPEN);
    expect([standingOf(open, START), standingOf(open, after(2_000))]).toEqual(['wait', 'probe']);
    expect(standingOf(probing(open, after(2_000)), after(60_000))).toBe('wait');
  });

  it.each([0, 0.5, 1])(
    'lets ten minutes of an outage see a handful of probes, each at most 30 s after the last (%d)',
    (dice) => {
      let [circuit, now, probes] = [failing(OUTAGES_TO_OPEN), START, 0];
      while (now.getTime() < START.getTime() + 10 * 60_000) {
        const next = circuit.nextProbeAt ?? START;
        expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(MAX_PROBE_PAUSE_MS);
        now = next;
        circuit = afterOutage(probing(circuit, now), { now, wasProbe: true, random: () => dice });
        probes += 1;
      }
      expect(probes).toBeGreaterThanOrEqual(20);
      expect(probes).toBeLessThanOrEqual(32);
    },
  );

  it.each<[asked: number, waited: number]>([
    [90, 90_000],
    [1, 2_000],
    [100_000, 3_600_000],
  ])('waits as long as the peer asks (%d s), an hour at most', (askedSeconds, waited) => {
    const open = afterOutage(failing(4), { now: START, askedSeconds, wasProbe: false, random: () => 1 });
    expect(open.nextProbeAt).toEqual(after(waited));
  });

  it('opens at the first call to which the peer answers that it wants to be left alone', () => {
    const asked = afterOutage(CLOSED, { now: START, askedSeconds: 60, wasProbe: false });
    expect(asked).toMatchObject({ state: 'open', outages: 1, nextProbeAt: after(60_000), failingSince: START });
  });

  it('keeps its pause when a call fails that began before it opened, and lengthens it when the peer asks for more', () => {
    const open = failing(OUTAGES_TO_OPEN);
    expect(afterOutage(open, { now: after(500), wasProbe: false }).nextProbeAt).toEqual(open.nextProbeAt);
    const asked = afterOutage(open, { now: after(500), askedSeconds: 60, wasProbe: false });
    expect(asked).toMatchObject({ state: 'open', nextProbeAt: after(60_500), failingSince: START });
  });

  it('tries again soon when a probe says nothing about the peer, and later when its worker is never heard of again', () => {
    const probed = probing(failing(OUTAGES_TO_OPEN), START);
    expect(afterProbeWithoutWord(probed, START)).toMatchObject({ state: 'open', nextProbeAt: after(2_000) });
    expect(afterProbeWithoutWord(CLOSED, START)).toBe(CLOSED);
    expect(standingOf(probed, after(120_000))).toBe('probe');
  });

  it('probes at once when the clock was put back, and believes no probe longer than it may last', () => {
    const open = failing(OUTAGES_TO_OPEN);
    const before = after(-3_600_000);
    expect(withoutLateProbe(open, before, before)).toEqual({ ...open, nextProbeAt: before });
    expect(withoutLateProbe(probing(open, START), before, before).nextProbeAt).toEqual(after(-3_600_000 + 120_000));
    expect(withoutLateProbe(open, START, after(3_600_000))).toBe(open);
    expect(withoutLateProbe(CLOSED, before, before)).toBe(CLOSED);
  });
});
