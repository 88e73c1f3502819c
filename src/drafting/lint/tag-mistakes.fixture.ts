import { added, BODY, inBody, paragraph, type Seed } from './spoilt-template.fixture.js';

/** Mistakes in tags, each with what must be said of it. */
export const TAG_MISTAKES: readonly Seed[] = [
  // unknown and misspelt
  [
    'a letter left out',
    inBody('{trich_yeu}', '{trich_yu}'),
    { code: 'tag-unknown', part: BODY, tag: 'trich_yu', suggestion: '{trich_yeu}' },
  ],
  [
    'marks in a name',
    inBody('{nguoi_ky}', '{người_ký}'),
    { code: 'tag-unknown', tag: 'người_ký', suggestion: '{nguoi_ky}' },
  ],
  [
    'capitals in a name',
    inBody('{nguoi_ky}', '{Nguoi_Ky}'),
    { code: 'tag-unknown', tag: 'Nguoi_Ky', suggestion: '{nguoi_ky}' },
  ],
  [
    'a hyphen in a name',
    inBody('{dia_danh}', '{dia-danh}'),
    { code: 'tag-unknown', tag: 'dia-danh', suggestion: '{dia_danh}' },
  ],
  [
    'a space inside a name',
    inBody('{ten_co_quan}', '{ten co quan}'),
    { code: 'tag-unknown', tag: 'ten co quan', suggestion: '{ten_co_quan}' },
  ],
  ['a field of another kind', added('{han_moi}'), { code: 'tag-unknown', tag: 'han_moi' }],
  [
    'a misspelt loop',
    inBody('{#noi_nhan}', '{#noi_nhn}'),
    { code: 'tag-unknown', tag: 'noi_nhn', suggestion: '{#noi_nhan}' },
  ],
  [
    'an item outside its list',
    added('{van_ban}'),
    { code: 'tag-out-of-place', tag: 'van_ban', suggestion: '{#ket_qua_xac_minh}{van_ban}{/ket_qua_xac_minh}' },
  ],
  ['an item of no list', added('{.}'), { code: 'tag-out-of-place', tag: '.' }],
  // how a tag is written
  [
    'no closing brace',
    inBody('{nguoi_ky}', '{nguoi_ky'),
    { code: 'tag-unclosed', tag: 'nguoi_ky', suggestion: '{nguoi_ky}' },
  ],
  [
    'no opening brace',
    inBody('{nguoi_ky}', 'nguoi_ky}'),
    { code: 'tag-unopened', tag: 'nguoi_ky', suggestion: '{nguoi_ky}' },
  ],
  ['two pairs of braces', inBody('{nguoi_ky}', '{{nguoi_ky}}'), { code: 'tag-unopened' }],
  [
    'a space after the brace',
    inBody('{nguoi_ky}', '{ nguoi_ky }'),
    { code: 'tag-space', tag: ' nguoi_ky ', suggestion: '{nguoi_ky}' },
  ],
  [
    'a no-break space',
    inBody('{nguoi_ky}', '{nguoi_ky\u00a0}'),
    { code: 'tag-hidden-character', suggestion: '{nguoi_ky}' },
  ],
  [
    'a zero-width space',
    inBody('{nguoi_ky}', '{nguoi\u200b_ky}'),
    { code: 'tag-hidden-character', suggestion: '{nguoi_ky}' },
  ],
  ['smart quotes', inBody('{nguoi_ky}', '{“nguoi_ky”}'), { code: 'tag-hidden-character', suggestion: '{nguoi_ky}' }],
  ['raw XML', inBody('{nguoi_ky}', '{@nguoi_ky}'), { code: 'tag-raw', tag: '@nguoi_ky', suggestion: '{nguoi_ky}' }],
  ['other delimiters', added('{=[[ ]]=}'), { code: 'tag-delimiters', tag: '=[[ ]]=' }],
  ['an expression', inBody('{nam}', '{nam + 1}'), { code: 'tag-expression', tag: 'nam + 1', suggestion: '{nam}' }],
  [
    'a path',
    inBody('{nguoi_ky}', '{nguoi_ky.constructor}'),
    { code: 'tag-expression', tag: 'nguoi_ky.constructor', suggestion: '{nguoi_ky}' },
  ],
  ['a filter', inBody('{nguoi_ky}', '{nguoi_ky | upper}'), { code: 'tag-expression', suggestion: '{nguoi_ky}' }],
  [
    'tags of a mail merge',
    inBody('{nguoi_ky}', '«nguoi_ky»'),
    { code: 'tag-foreign', tag: '«nguoi_ky»', suggestion: '{nguoi_ky}' },
  ],
  [
    'a tag with a dollar',
    inBody('{nguoi_ky}', '${nguoi_ky}'.replace('$', '$$$$')),
    { code: 'tag-foreign', suggestion: '{nguoi_ky}' },
  ],
  [
    'braces of another alphabet',
    inBody('{nguoi_ky}', '｛nguoi_ky｝'),
    { code: 'tag-foreign', tag: '｛nguoi_ky｝', suggestion: '{nguoi_ky}' },
  ],
  [
    'square brackets',
    inBody('{nguoi_ky}', '[nguoi_ky]'),
    { code: 'tag-foreign', tag: '[nguoi_ky]', suggestion: '{nguoi_ky}' },
  ],
  [
    'a field MERGEFIELD',
    added('</w:t></w:r><w:r><w:instrText> MERGEFIELD trich_yeu </w:instrText></w:r><w:r><w:t>'),
    { code: 'tag-foreign', tag: 'trich_yeu', suggestion: '{trich_yeu}' },
  ],
  // loops and values
  [
    'a loop left open',
    inBody('{/noi_nhan}', ''),
    { code: 'loop-unclosed', tag: 'noi_nhan', suggestion: '{/noi_nhan}' },
  ],
  ['a loop that nobody opened', inBody('{#tham_quyen_ky}', ''), { code: 'loop-unopened', tag: 'tham_quyen_ky' }],
  [
    'loops that cross',
    added('{#theo_doi}{#noi_nhan}{.}{/theo_doi}{/noi_nhan}'),
    { code: 'loop-crossed', tag: 'theo_doi', suggestion: '{/noi_nhan}' },
  ],
  [
    'a misspelt end',
    inBody('{/noi_nhan}', '{/noi_nhn}'),
    { code: 'loop-unopened', tag: 'noi_nhn', suggestion: '{/noi_nhan}' },
  ],
  ['an empty loop in a line', added('{#noi_nhan}{/noi_nhan}'), { code: 'loop-empty', tag: 'noi_nhan' }],
  [
    'an empty loop over lines',
    added(`{#noi_nhan}</w:t></w:r></w:p>${paragraph('{/noi_nhan}').replace('</w:t></w:r></w:p>', '')}`),
    { code: 'loop-empty', tag: 'noi_nhan' },
  ],
  [
    'loops within loops within loops',
    added('{#noi_nhan}'.repeat(7) + 'x' + '{/noi_nhan}'.repeat(7)),
    { code: 'loop-too-deep', tag: 'noi_nhan' },
  ],
  [
    'a list printed',
    added('{noi_nhan}'),
    { code: 'list-as-value', tag: 'noi_nhan', suggestion: '{#noi_nhan}{.}{/noi_nhan}' },
  ],
  [
    'a value repeated',
    added('{#nguoi_ky}x{/nguoi_ky}'),
    { code: 'value-as-loop', tag: 'nguoi_ky', suggestion: '{nguoi_ky}' },
  ],
  [
    'a yes or no printed',
    inBody('{#doan_dau}1. {/doan_dau}', '{doan_dau}'),
    { code: 'flag-as-value', tag: 'doan_dau' },
  ],
  [
    'a field that is never printed',
    inBody('{nguoi_ky}', 'Đỗ Quốc Khánh'),
    { code: 'field-never-printed', tag: 'nguoi_ky' },
  ],
  [
    'a field printed in the properties alone',
    inBody('{trich_yeu}', '…'),
    { code: 'field-never-printed', tag: 'trich_yeu' },
  ],
  [
    'what a list holds, never printed',
    inBody('{tieu_de}', ''),
    { code: 'field-never-printed', tag: 'tieu_de' },
    'cong-van-trien-khai',
  ],
];
