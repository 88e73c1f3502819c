import type mssql from 'mssql';

export type SqlServerDriver = typeof mssql;

type Parameter = mssql.IRequestParameters[string];

const MIN_INT = -(2 ** 31);
const MAX_INT = 2 ** 31 - 1;

/**
 * The driver, whose parameters hold what is asked with them.
 *
 * An instant of a condition would go as the old `datetime`, in steps of 3 ms: neither equal to the `datetime2(3)` that it was read from, nor surely before
 * or after it. TypeORM gives the type with what is written, and with nothing in a condition of UPDATE, DELETE or a query builder.
 * A text longer than its column, or a number larger, would be refused as a broken call, though it only names a row that cannot be there.
 */
export function fittingDriver(driver: SqlServerDriver): SqlServerDriver {
  driver.map.register(Date, driver.DateTime2(3));

  class Request extends driver.Request {
    override input(name: string, ...typeAndValue: readonly unknown[]): mssql.Request {
      Reflect.apply(super.input.bind(this), undefined, [name, ...typeAndValue]);
      const parameter = this.parameters[name];
      if (parameter !== undefined) fit(parameter, driver);
      return this;
    }
  }

  return { ...driver, Request };
}

function fit(parameter: Parameter, { MAX, Int, BigInt: Long, Float }: SqlServerDriver): void {
  const { value } = parameter as { readonly value: unknown };
  if (typeof value === 'string' && value.length > lengthOf(parameter)) parameter.length = MAX;
  if (typeof value !== 'number' || parameter.type !== Int || (value >= MIN_INT && value <= MAX_INT)) return;
  parameter.type = Number.isSafeInteger(value) ? Long : Float;
}

/** TypeORM says lengths as text. */
function lengthOf({ length }: { readonly length?: unknown }): number {
  const given = Number(length ?? Number.NaN);
  return Number.isNaN(given) ? Number.POSITIVE_INFINITY : given;
}
