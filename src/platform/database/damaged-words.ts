/** What an administrator does about a database whose pages are damaged or cut off. */
export const DATABASE_DAMAGED =
  'Dừng phần mềm, chép riêng tệp cơ sở dữ liệu đang hỏng, phục hồi từ bản sao lưu gần nhất còn tốt ("hoi-am restore --from THƯ-MỤC"; mục “Phục hồi” của docs/operations/production.md), rồi chạy lại hoi-am doctor. Kiểm tra ổ đĩa trước khi dùng lại.';
