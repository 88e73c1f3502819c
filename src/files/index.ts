export { FileInspector } from './application/file-inspector.js';
export { IncomingFiles, ownName } from './application/incoming-files.js';
export { FilesModule } from './files.module.js';
