/** Words as people shorten them on a telephone, or say them in the South, without marks and as they are written out. */
const WRITTEN_OUT = `
ko k kh hok hong hông hổng:khong; e:em; a:anh; c:chi; m mk mik:minh; t tui:toi; r rui:roi; đc dc:duoc; vs:voi; vz z v:vay; j ji:gi; bik bt:biet; ns:noi;
ng:nguoi; hs:hoc sinh; gv:giao vien; ph:phu huynh; cn:chu nhiem; gvcn:giao vien chu nhiem; hp:hieu pho; ht:hieu truong; bgh:ban giam hieu; mn:moi nguoi;
trg:truong; trc:truoc; ntn:the nao; nt ib:nhan tin; cx:cung; nx:nua; ms:moi; lm:lam; lp:lop; đt dt:dien thoai; sđt:so dien thoai; stk:so tai khoan;
tk:tai khoan; ck:chuyen khoan; qđ qd:quyet dinh; hđ:hop dong; yc:yeu cau; má:me; vô:vao; coi:xem; mún:muon; wa wá:qua; nhìu:nhieu; iu:yeu; hum:hom;
hnay:hom nay; bth bthg:binh thuong`;

const FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  WRITTEN_OUT.split(';').flatMap((entry) => {
    const [short = '', full = ''] = entry.trim().split(':');
    return short.split(' ').map((form) => [form, full.split(' ')] as const);
  }),
);

/** The words that a shortened one stands for; null for any other, and for a capital that stands alone: `cô K.` is a name. */
export function writtenOut(word: string): readonly string[] | null {
  const isInitial = word.length === 1 && word !== word.toLowerCase();
  return isInitial ? null : (FORMS.get(word.toLowerCase()) ?? null);
}
