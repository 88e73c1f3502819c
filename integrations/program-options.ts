import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<Given extends Options> = ReturnType<typeof parseArgs<{ readonly options: Given }>>['values'];

/**
 * The options of a program that stands by itself. Asked for help it says how it is used and ends with status 0; an option that it does not know
 * ends it with status 2 and the same words, without a stack.
 */
export function programOptions<const Given extends Options>(options: Given, usage: string): Values<Given> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    return parseArgs({ args, options }).values;
  } catch {
    process.stderr.write(`Có tham số không hiểu được, hoặc thiếu giá trị.\n${usage}\n`);
    process.exit(2);
  }
}
