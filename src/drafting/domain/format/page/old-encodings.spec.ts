import { encodingOfFont, encodingOfText, unicodeOf } from './old-encodings.js';

describe('letters of old fonts', () => {
  it.each([
    ['Céng hoµ x· héi chñ nghÜa ViÖt Nam', '.VnTime', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
    ['§éc lËp - Tù do - H¹nh phóc', '.VnTime', 'Độc lập - Tự do - Hạnh phúc'],
    ['céng hoµ', '.VnTimeH', 'CỘNG HOÀ'],
    ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'VNI-Times', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['ÑOÄC LAÄP', 'VNI-Times', 'ĐỘC LẬP'],
    ['ngöôøi daân, ñöôøng phoá', 'VNI-Times', 'người dân, đường phố'],
    ['Độc lập', 'Times New Roman', 'Độc lập'],
  ])('%s in %s says %s', (text, font, said) => {
    expect(unicodeOf(text, font)).toBe(said);
  });

  it.each([
    ['.VnTime', 'TCVN3'],
    ['.VnArialH', 'TCVN3'],
    ['VNI-Times', 'VNI'],
    ['VNI Aptima', 'VNI'],
    ['Times New Roman', null],
    [null, null],
  ])('%s is of %s', (font, encoding) => {
    expect(encodingOfFont(font)).toBe(encoding);
  });

  it.each([
    ['Céng hoµ x· héi', 'TCVN3'],
    ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'VNI'],
    ['Quân đội, oà khóc, uý lạo, xoã tóc, quý mến, hoè, ngoé, thuê, thuở', null],
    ['450.000 đồng ± 5 %, © 2026, “trích”, «trích»', null],
  ])('%s: %s', (text, encoding) => {
    expect(encodingOfText(text)).toBe(encoding);
  });
});
