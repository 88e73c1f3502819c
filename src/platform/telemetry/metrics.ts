import { Gauge, Registry } from 'prom-client';

/** One measured thing with its values, each under its labels. */
export interface Metric {
  readonly name: string;
  /** English, one sentence: what it counts, in which unit. */
  readonly help: string;
  readonly values: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

/** Gauges in the text format of Prometheus, version 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export function prometheusText(metrics: readonly Metric[]): Promise<string> {
  const registry = new Registry();
  for (const { name, help, values } of metrics) {
    // A gauge without labels says 0 before it is set; one with labels says nothing, and so does what was not measured.
    const labelNames = values.length === 0 ? ['of'] : [...new Set(values.flatMap(({ labels }) => Object.keys(labels)))];
    const gauge = new Gauge({ name, help, labelNames, registers: [registry] });
    for (const { labels, value } of values) gauge.set(labels, value);
  }
  return registry.metrics();
}
