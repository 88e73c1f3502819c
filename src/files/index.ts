export { FileInspector } from './application/file-inspector.js';
export { IncomingFiles, ownName } from './application/incoming-files.js';
export { NoVirusScanner } from './application/no-virus-scanner.js';
export { ScanForViruses } from './application/scan-for-viruses.js';
export { readXlsxTable } from './application/sheet/read-xlsx.js';
export { formulaWords, tooManyRows, type SheetCell } from './application/sheet/sheet-table.js';
export { FilesModule } from './files.module.js';
