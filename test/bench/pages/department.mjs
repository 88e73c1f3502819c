/** Makes a department of so many tickets in a folder: `node department.mjs FOLDER TICKETS`; says as JSON how it is opened. */
import { join } from 'node:path';
import { multiplyTickets } from './many-tickets.mjs';
import { makeModelDepartment } from './model-department.mjs';

const [directory, count] = process.argv.slice(2);
const { environment, tickets } = await makeModelDepartment(directory);
multiplyTickets(join(directory, 'du-lieu', 'hoi-am.db'), tickets, Number(count));
// Read by `one-size.mjs`, which starts this as a process of its own.
console.log(JSON.stringify(environment));
process.exit(0);
