/**
 * The commonest passwords that are long enough to be chosen here, folded as they are compared: taken from public counts of
 * leaked passwords, with the Vietnamese ones that the same habits give. Shorter ones fail by their length already.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  0123456789 0987654321 01234567890 09876543210 1029384756 1111122222 1112131415 1122334455 1123581321 1212121212
  123123123123 1231231231 1234512345 1234554321 123456123456 1234567890 12345678900 12345678910 1234567890a
  1234567890q 1234567891 12345678911 1234567899 123456789a 123456789abc 123456789q 123456789z 12345qwert 123abc123abc
  1357924680 147258369a 1470258369 1472583690 147852369a 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qaz2wsx3e 1qazxsw23edc
  2222222222 9876543210 987654321a a123456789 a1234567890 a1b2c3d4e5 a1s2d3f4g5 aa12345678 aa123456789 abc1234567
  abc123456789 abcd123456 abcd12345678 abcde12345 abcdefghij admin12345 admin123456 administrator anhyeuem123
  anhyeuem1234 anhyeuemnhieu asdasdasdasd asdf123456 asdfasdfasdf asdfghjkl1 asdfghjkl123 asdfghjkl; changeme123
  concobebe123 congthanhcong chungtinhyeu dangthanhcong doanhnghiep1 emyeuanh123 emyeuanhnhieu football123 giadinhtoi
  gialai123456 binhdinh1234 binhdinh123456 quynhon12345 hanoi123456 hello12345 hello123456 iloveyou12 iloveyou123
  iloveyou1234 khongcopass khongbiet123 khongnhomatkhau lovelovelove maiyeuem123 matkhau1234 matkhau123 matkhau12345
  matkhau123456 matkhaumoi matkhaumoi123 matkhaucuatoi minhanh123456 monkey12345 nguyen12345 nguyen123456 p@ssw0rd123
  p@ssword123 pa$$w0rd123 pass123456 passw0rd123 password00 password01 password10 password11 password12 password123
  password1234 password12345 password123456 password99 password@1 password@123 passwordpassword princess123 q1w2e3r4t5
  q1w2e3r4t5y6 qazwsxedc1 qazwsxedc123 qazwsxedcrfv qqww112233 qwe123qwe123 qweasdzxc1 qweasdzxc123 qwer123456
  qwert12345 qwerty1234 qwerty12345 qwerty123456 qwerty123456789 qwertyqwerty qwertyuiop qwertyuiop1 qwertyuiop123
  qwertyuiop[] quantri123 quantri123456 sanpham123 saigon123456 sunshine123 superman123 test123456 thanhcong123
  thaydoi123 toiyeuem123 toiyeuvietnam vietnam123 vietnam1234 vietnam12345 vietnam123456 vietnamvodich welcome123
  welcome1234 yeuemnhieu yeuemnhieulam zaq12wsxcde3 zxcvbnm123 zxcvbnm1234 zxcvbnm12345 zxcvbnm,./
  `
    .trim()
    .split(/\s+/),
);
