import { FormPlaces } from './form-places.js';

describe('places of forms under way', () => {
  it('that strangers took of one public form are still there for another, and for the staff', () => {
    const places = new FormPlaces();
    const flood = Array.from({ length: 100 }, (_, at) =>
      places.take(`address ${String(at)}`, 'whole', '/tra-loi/:token'),
    );
    expect(flood.filter((place) => place !== null)).toHaveLength(8);
    const left = [
      places.take('person ngoc', 'whole', null),
      places.take('address 1', 'whole', '/gop-y'),
      places.take('address 1', 'texts', '/tra-loi/:token'),
      places.take('address 1', 'texts', null),
    ];
    expect(left).not.toContain(null);
  });

  it('are bounded for one sender, and come back', () => {
    const places = new FormPlaces();
    const held = Array.from({ length: 4 }, () => places.take('person ngoc', 'whole', null));
    expect(places.take('person ngoc', 'whole', null)).toBeNull();
    held[0]?.();
    expect(places.take('person ngoc', 'whole', null)).not.toBeNull();
  });
});
