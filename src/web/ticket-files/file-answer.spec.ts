import { dispositionParameters } from './file-answer.js';

describe('the name of a file in a header', () => {
  it.each([
    ['stays as it is in ASCII', 'a.pdf', `filename="a.pdf"; filename*=UTF-8''a.pdf`],
    ['keeps its Vietnamese letters', 'ảnh.jpg', `filename="_nh.jpg"; filename*=UTF-8''%E1%BA%A3nh.jpg`],
    ['ends no header', 'a"\r\nb', `filename="a___b"; filename*=UTF-8''a%22%0D%0Ab`],
    ['survives half a character', 'a\ud800', `filename="a_"; filename*=UTF-8''a%EF%BF%BD`],
    ['encodes what RFC 5987 leaves out', "it's (1)*", `filename="it's (1)*"; filename*=UTF-8''it%27s%20%281%29%2A`],
  ])('%s', (_rule, name, expected) => {
    expect(dispositionParameters(name)).toBe(expected);
  });
});
