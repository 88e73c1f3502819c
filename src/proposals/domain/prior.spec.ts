import { indexNames } from '../../routing-table/domain/names/name-index.js';
import { namedUnits } from '../../routing-table/domain/names/named-units.js';
import { priorOf } from './prior.js';

const INDEX = indexNames([{ id: 'nui-voi', name: 'Trường THPT Núi Voi', oldNames: [], whereabouts: [] }]);
const prior = (text: string) => priorOf({ text, said: null }, namedUnits(INDEX, text));
const of = (text: string, matter: string) => prior(text).get(matter) ?? 0;

describe('what speaks for fields and agencies beside the phrases', () => {
  it('is for other agencies where no word is of schools, and against them where one is', () => {
    expect(of('Đường trước nhà tôi ngập', 'agency:construction')).toBeGreaterThan(0);
    expect(of('Trường tôi', 'agency:construction')).toBe(0);
    expect(of('Trường Núi Voi ngập', 'agency:construction')).toBeLessThan(0);
  });

  it('is not against them where a school only says where it is', () => {
    expect(of('Rác trước cổng trường THPT Núi Voi', 'agency:commune')).toBeGreaterThanOrEqual(
      of('Rác trong THPT Núi Voi', 'agency:commune') + 0.5,
    );
  });

  it('is for private centres where a centre is spoken of that we do not know', () => {
    expect(of('Trung tâm Sao Xanh đóng cửa', 'privateCentres')).toBeGreaterThan(0);
    expect(of('Trung tâm gần trường THPT Núi Voi', 'privateCentres')).toBeLessThan(0);
  });

  it('is for the ministry where universities alone are spoken of', () => {
    expect(of('Sinh viên đại học', 'agency:ministry')).toBeGreaterThan(of('Sinh viên đại học', 'agency:police'));
    expect(of('Lớp 12 thi đại học', 'agency:ministry')).toBe(of('Lớp 12 thi đại học', 'agency:police'));
  });

  it('is for conduct where teachers are spoken of, and for what the hotline said', () => {
    expect(of('Thầy tôi', 'staffConduct')).toBeGreaterThan(0);
    expect(priorOf({ text: '', said: 'fees' }, namedUnits(INDEX, '')).get('fees')).toBeGreaterThan(1);
  });
});
