import { ZIP_LIMITS, type ZipLimits } from '../../zip/zip-directory.js';

const MEGABYTE = 1_000_000;

/** Office programs pack XML, which folds tightly; a bomb folds a hundred times and more. */
export const OFFICE_LIMITS: ZipLimits = { ...ZIP_LIMITS, maxRatio: 100 };
/** From here even XML of an Office file is no longer assumed to be a document. */
export const TIGHT_LIMITS: ZipLimits = { ...ZIP_LIMITS, ratioFrom: 16 * MEGABYTE };
export const SHEET_LIMITS: ZipLimits = { ...TIGHT_LIMITS, maxRatio: 50 };
/** The rows behind a chart: a small workbook. */
export const CHART_SHEET_LIMITS: ZipLimits = { ...SHEET_LIMITS, maxUnpacked: 16 * MEGABYTE };
