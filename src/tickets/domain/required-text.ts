export { requireText, type TextLengths } from '../../kernel/required-text.js';
