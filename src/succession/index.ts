export { CloseUnit, type ClosingPreview } from './application/close-unit.js';
export { SuccessionModule } from './succession.module.js';
