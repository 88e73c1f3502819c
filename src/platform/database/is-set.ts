import { Raw, type FindOperator } from 'typeorm';

/**
 * That a column holds something, in the words of an index of such rows alone. TypeORM's `Not(IsNull())` is written `NOT (… IS NULL)`, and no database
 * takes that index for it.
 */
export function isSet(): FindOperator<string> {
  return Raw<string>((column) => `${column} IS NOT NULL`) as FindOperator<string>;
}
