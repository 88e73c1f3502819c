/** The application in this process, its clock-driven work stopped, with everything that it asks of the database written down. */
import { SchedulerRegistry } from '@nestjs/schedule';
import { startServer } from '../../../dist/src/bootstrap/start.js';
import { DEMONSTRATION_PASSWORD, PEOPLE } from '../../../dist/src/cli/demo/people.js';
import { Database } from '../../../dist/src/platform/database/database.js';

export class WatchedApp {
  cookies = new Map();
  /** Each has a place of its own, so that nobody's requests are counted as another's. */
  places = new Map();
  statements = null;

  /** @param {object} settings */
  static async open(settings) {
    const { app } = await startServer(settings);
    const schedule = app.get(SchedulerRegistry, { strict: false });
    for (const name of schedule.getIntervals()) schedule.deleteInterval(name);
    for (const name of schedule.getTimeouts()) schedule.deleteTimeout(name);
    for (const [name] of schedule.getCronJobs()) schedule.deleteCronJob(name);
    return new WatchedApp(app, settings);
  }

  constructor(app, settings) {
    this.app = app;
    this.settings = settings;
    this.http = app.getHttpAdapter().getInstance();
    const database = app.get(Database);
    this.reader = database.reader.manager.dataSource;
    this.writer = database.writer;
    for (const source of [this.reader, database.writer]) {
      source.logger = Object.assign(Object.create(source.logger), {
        logQuery: (statement, parameters) => this.statements?.push([statement, parameters ?? []]),
      });
    }
  }

  async forgetCalls() {
    await this.writer.query('DELETE FROM "call_count"');
  }

  /** @returns {Promise<object>} the answer @throws Error when it is not a page */
  async ask({ who, url }) {
    const answer = await this.http.inject({
      url,
      remoteAddress: this.placeOf(who),
      headers: { accept: 'text/html, application/json', ...(await this.credentials(who)) },
    });
    if (answer.statusCode !== 200) throw new Error(`${who} at ${url}: ${answer.statusCode}`);
    return answer;
  }

  /**
   * @returns {Promise<[statement: string, parameters: unknown[]][]>} what a request asks of the database, without what one in a minute writes besides:
   * that the session was used
   */
  async statementsOf(route) {
    const [first, second] = [await this.statementsOfOne(route), await this.statementsOfOne(route)];
    return first.length < second.length ? first : second;
  }

  async statementsOfOne(route) {
    this.statements = [];
    await this.ask(route);
    const asked = this.statements;
    this.statements = null;
    return asked;
  }

  placeOf(who) {
    if (!this.places.has(who)) this.places.set(who, `10.22.0.${this.places.size + 1}`);
    return this.places.get(who);
  }

  close() {
    return this.app.close();
  }

  async credentials(who) {
    if (who === 'máy giám sát') return { authorization: `Bearer ${this.settings.metricsToken}` };
    if (!PEOPLE.some(({ username }) => username === who)) return {};
    if (!this.cookies.has(who)) this.cookies.set(who, await this.signIn(who));
    return { cookie: this.cookies.get(who) };
  }

  async signIn(username) {
    const first = await this.http.inject({ url: '/dang-nhap', headers: { accept: 'text/html' } });
    const [, token] = /name="_csrf" value="([^"]+)"/u.exec(first.body);
    const answer = await this.http.inject({
      method: 'POST',
      url: '/dang-nhap',
      headers: {
        accept: 'text/html',
        cookie: cookiesOf(first),
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ _csrf: token, username, password: DEMONSTRATION_PASSWORD, next: '/' }).toString(),
    });
    if (answer.headers.location !== '/') throw new Error(`${username} could not sign in`);
    return cookiesOf(first, answer);
  }
}

/** What a browser would send after these answers, one after the other. */
function cookiesOf(...answers) {
  const jar = new Map(answers.flatMap(({ cookies }) => cookies.map(({ name, value }) => [name, value])));
  return [...jar].map((pair) => pair.join('=')).join('; ');
}
