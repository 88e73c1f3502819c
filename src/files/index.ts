export { FileInspector } from './application/file-inspector.js';
export { IncomingFiles } from './application/incoming-files.js';
export { FilesModule } from './files.module.js';
