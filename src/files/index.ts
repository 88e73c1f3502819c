export { FileInspector } from './application/file-inspector.js';
export { IncomingFiles, ownName } from './application/incoming-files.js';
export { NoVirusScanner } from './application/no-virus-scanner.js';
export { ScanForViruses } from './application/scan-for-viruses.js';
export { readXlsxTable, writeXlsx } from './application/sheet/sheet-threads.js';
export { formulaWords, tooManyRows, type SheetCell } from './application/sheet/sheet-table.js';
export type { Sheet, SheetRow } from './application/sheet/write-workbook.js';
export { FilesModule } from './files.module.js';
