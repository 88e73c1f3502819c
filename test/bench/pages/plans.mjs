/** Which statements of a page read more than they are asked for. */

/** Tables of fewer rows are filled once by a department, and may be walked whole. */
const GROWN = 1000;
/** So many rows may be sorted for one page. */
const SORTED = 300;
const LIMITED = /ORDER BY[^)]*(LIMIT \d+)\s*$/u;

/** What a database has grown with its tickets, for judging plans. */
export class Growth {
  /** @param {object} source a data source on SQLite */
  static async of(source) {
    const things = await source.query(`SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'`);
    const tables = new Set();
    for (const { name } of things.filter(({ type }) => type === 'table')) {
      const [{ held }] = await source.query(`SELECT COUNT(*) AS held FROM (SELECT 1 FROM "${name}" LIMIT ${GROWN})`);
      if (held === GROWN) tables.add(name);
    }
    const partial = things.filter(({ type, sql }) => type === 'index' && /\bWHERE\b/u.test(sql ?? ''));
    return new Growth(source, tables, new Set(partial.map(({ name }) => name)));
  }

  /** @param {Set<string>} tables @param {Set<string>} partial indices that hold the few rows alone that wait for something */
  constructor(source, tables, partial) {
    this.source = source;
    this.tables = tables;
    this.partial = partial;
  }

  /**
   * @param {[statement: string, parameters: unknown[]][]} statements of one request
   * @returns {Promise<string[]>} those that walk a grown table whole, or sort much for one page; a walk along an index that ends with the page is none
   */
  async flawsIn(statements) {
    const found = [];
    for (const [statement, parameters] of statements) {
      if (!/^\s*(?:SELECT|WITH)/iu.test(statement)) continue;
      for (const { detail } of await this.source.query(`EXPLAIN QUERY PLAN ${statement}`, parameters)) {
        if (this.walksWhole(statement, detail) || (await this.sortsMuch(statement, parameters, detail)))
          found.push(`${detail}: ${statement.replaceAll(/\s+/gu, ' ').slice(0, 300)}`);
      }
    }
    return found;
  }

  walksWhole(statement, detail) {
    const [, name, index] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/u.exec(detail) ?? [];
    if (!this.tables.has(tableOf(statement, name))) return false;
    return !(index && (this.partial.has(index) || LIMITED.test(statement)));
  }

  async sortsMuch(statement, parameters, detail) {
    if (detail !== 'USE TEMP B-TREE FOR ORDER BY' || !LIMITED.test(statement)) return false;
    const whole = statement.replace(LIMITED, (order, limit) => order.replace(limit, ''));
    const [{ held }] = await this.source.query(`SELECT COUNT(*) AS held FROM (${whole})`, parameters);
    return held > SORTED;
  }
}

/** The table that a statement calls by that name. */
function tableOf(statement, name) {
  return name && (new RegExp(`"(\\w+)" "${name}"`, 'u').exec(statement)?.[1] ?? name);
}
