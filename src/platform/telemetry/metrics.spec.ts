import { prometheusText } from './metrics.js';

it('writes what Prometheus reads, with labels that hold quotes, backslashes and line feeds, and no value of what was not measured', async () => {
  const text = await prometheusText([
    { name: 'a', help: 'Of nothing.', values: [{ labels: {}, value: 1.5 }] },
    { name: 'b', help: 'Of odd names.', values: [{ labels: { x: 'a"b\\c\nd', y: 'z' }, value: 0 }] },
    { name: 'c', help: 'Not measured.', values: [] },
  ]);
  expect(text).toBe(
    '# HELP a Of nothing.\n# TYPE a gauge\na 1.5\n\n' +
      '# HELP b Of odd names.\n# TYPE b gauge\nb{x="a\\"b\\\\c\\nd",y="z"} 0\n\n' +
      '# HELP c Not measured.\n# TYPE c gauge\n',
  );
});
