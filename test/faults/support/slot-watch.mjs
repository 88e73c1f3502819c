// Loaded into the program by `--import`: writes down each turn of recurring work that this process takes for itself.
import { appendFileSync } from 'node:fs';
import { JobSlots } from '../../../dist/src/platform/scheduling/job-slots.js';

const { claim } = JobSlots.prototype;

JobSlots.prototype.claim = async function watched(job, everyMs) {
  const claimed = claim.call(this, job, everyMs);
  const { slot } = this.gathering.slots.find((one) => one.job === job);
  const isOurs = await claimed;
  if (isOurs) appendFileSync(process.env.SLOT_WATCH, `${JSON.stringify({ job, slot, pid: process.pid })}\n`);
  return isOurs;
};
