const ABSENT = "CallExpression[callee.property.name=/^(toContain|toMatch)$/][callee.object.property.name='not']";
const TOO_SHORT =
  'So short a value stands in an id, a hash or a key by chance: look for the whole value, or compare parsed values (test/support/traces.ts).';

/** What makes a test red, or green, by chance. Held by the linter, shown by test/docs/chance-in-tests.spec.ts. */
export const noChance = [
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Draw from a seed that is printed: diceFor of test/support/chance.ts.',
  },
  {
    selector: 'ImportDeclaration[source.value=/crypto$/] > ImportSpecifier[imported.name=/^random(Int|Bytes)$/]',
    message: 'Draw from a seed that is printed: diceFor or bytesFor of test/support/chance.ts.',
  },
  {
    selector: "CallExpression[callee.object.name='fc'][callee.property.name='assert']",
    message: 'Take the seed of the run: checkProperty of test/support/check-property.ts.',
  },
  { selector: `${ABSENT} > Literal[value=/^([0-9a-fA-F-]{1,7}|[A-Za-z0-9_-]{1,4})$/]`, message: TOO_SHORT },
  {
    selector: `${ABSENT} > Literal[regex.pattern=/(^|[|(])([0-9a-fA-F-]{1,7}|[A-Za-z0-9_-]{1,4})($|[|)])/]`,
    message: TOO_SHORT,
  },
  {
    selector: `${ABSENT} > Literal[regex.pattern=/^(.d|[0-9 ?{},])+$/]`,
    message: 'A hash holds such a run of digits by chance: say what may not stand beside it, (?<![0-9a-f]).',
  },
  {
    selector: "CallExpression[callee.property.name='listen'][arguments.0.value>0]",
    message: 'Another process may have that port: listen on 0 and ask which it became.',
  },
  {
    selector: "CallExpression[callee.property.name='listen'] Property[key.name='port'][value.value>0]",
    message: 'Another process may have that port: listen on 0 and ask which it became.',
  },
  {
    selector: "CallExpression[callee.property.name='waitForEvent'] > Literal[value='load']",
    message: 'The load of an earlier press may come first: answered of test/support/answered.ts.',
  },
];
