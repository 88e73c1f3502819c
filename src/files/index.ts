export { FileInspector } from './application/file-inspector.js';
export { FilesModule } from './files.module.js';
