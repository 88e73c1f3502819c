/**
 * Passwords that are long enough and yet among the first that anybody tries: of the lists of leaked passwords those of twelve characters and more,
 * and what people here write on the note under the keyboard. Folded, letters and digits alone.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `123456789012 1234567890123 123123123123 111111111111 000000000000 121212121212 112233445566 123456123456 123456654321
  1234567891011 12345678910111 987654321012 0987654321123 147258369147 102030405060 123321123321 1q2w3e4r5t6y 1q2w3e4r5t6y7u8i
  1qaz2wsx3edc 1qazxsw23edc zaq12wsxcde3 qwertyuiop12 qwertyuiop123 qwertyuiopasdf qwerty123456 qwerty1234567 qwe123qwe123
  asdfghjkl123 asdasdasdasd qweqweqweqwe abcdefghijkl abcd1234abcd abc123abc123 abc123456789 a1b2c3d4e5f6 aa123456789a
  password1234 password12345 password123456 passwordpassword mypassword123 newpassword1 newpassword123 passw0rd1234 p4ssw0rd1234
  welcome12345 welcome123456 letmein12345 iloveyou1234 iloveyou12345 iloveyouforever iloveyousomuch administrator administrator1
  administrator123 admin1234567 admin12345678 admin123456789 adminadmin12 adminadminadmin adminpassword rootpassword changeme1234
  changemeplease superadmin123 supersecret1 trustno1trustno1 footballfootball baseballbaseball sunshine1234 princess1234
  correcthorsebatterystaple thequickbrownfox manchesterunited liverpoolfc1 chelseafc123 unbelievable spongebob123 michaeljackson
  matkhau12345 matkhau123456 matkhau1234567 matkhaumatkhau matkhaumoi123 matkhaucuatoi matkhaudedoan motmatkhaudai khongcomatkhau khongcogiquyhon
  quantri12345 quantri123456 quantrihethong quantrivien1 quantrivien123 tongdai1022vn tongdai102222 hethonghoiam hoiam1234567 hoiam2024hoiam
  hoiam2025hoiam hoiam2026hoiam haiphong1234 haiphong12345 haiphong123456 haiphong2024 haiphong2025 haiphong2026 thanhphohaiphong
  hoaphuongdo1 hoaphuongdo123 sogiaoducvadaotao sogiaoduc123 sogiaoduc2025 sogiaoduc2026 sogddthaiphong sogddt123456 giaoduc123456
  giaovien12345 giaovien123456 truonghoc1234 vietnam12345 vietnam123456 vietnamvodich vietnamquehuongtoi yeuvietnam123 anhyeuem1234 anhyeuem12345
  anhyeuem123456 emyeuanh1234 emyeuanh123456 anhyeuemnhieulam yeuemnhieulam toiyeuvietnam nhatquyetphaithanhcong concobebe123 chucmungnammoi
  giadinhlaso1 giadinhtoi123 motconvitxoeraihaicaicanh vanphong1234 vanphong123456 vanthu123456 chuyenvien12 chuyenvien123 lanhdaoso123`.split(
    /\s+/u,
  ),
);
