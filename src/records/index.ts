export { FilePlans, type PublishedPlan } from './application/file-plans.js';
export { PublishFilePlan, type PublishFilePlanCommand } from './application/publish-file-plan.js';
export { RecordsModule } from './records.module.js';
