# Lời trong biểu nhập số liệu do “vanban new” lập, và trong văn bản PDF. Người đọc là cán bộ, nên chỉ có tiếng Việt.

# Tên trang, thuộc tính của tệp
guide-sheet = Hướng dẫn
lists-sheet = Danh mục
book-title = Biểu nhập số liệu: { $name }
page-footer = &L{ $name }&RTrang &P/&N

# Trang Hướng dẫn
guide-title = BIỂU NHẬP SỐ LIỆU
guide-name = { $name }
guide-year = { $name } năm { $year }
guide-purpose =
    Tệp này là nơi duy nhất nhập số liệu của văn bản. Chương trình vanban đọc tệp này, kiểm tra, rồi lập văn bản (PDF) và các phụ lục (Excel). Mỗi con số chỉ nhập một lần: câu văn và bảng nào dùng con số ấy đều lấy từ đây.
guide-carried = Đã chép từ { $from }
guide-carried-kept = Đã chép: tên cơ quan, chức vụ, người ký, nơi nhận; tên, mã và các cột chữ, cột ngày của mọi hàng. Xem lại từng trang, sửa chỗ đã thay đổi.
guide-carried-blank = Để trống chờ nhập: mọi số liệu, số văn bản và ngày ban hành.
guide-carried-rolled = Trang “{ $sheet }”, cột “{ $heading }”: đã chép số của chính cột ấy trong tệp năm trước. Số nào đã điều chỉnh thì sửa lại.
guide-carried-fresh = Trang “{ $sheet }”, cột “{ $heading }”: cột mới, tệp năm trước chưa có.
guide-sheets = Các trang cần nhập
guide-facts = Những mục ghi ở đầu và cuối văn bản. Nhập ở cột “{ $heading }”, mỗi hàng một mục.
guide-recipients = Mỗi nơi nhận một hàng, không gõ dấu gạch đầu dòng và dấu chấm phẩy. Hàng cuối là Lưu.
guide-table = Bảng số liệu, mỗi hàng một mục.
guide-total = Dòng “{ $label }” đứng dưới cùng; ô tổng để trống thì chương trình tự tính.
guide-lists = Không nhập ở đây: các tên và mã mà danh sách thả xuống dùng.
guide-colours = Màu sắc
guide-colour-needed-sample = cần nhập
guide-colour-needed = Ô vàng: bắt buộc, còn trống. Nhập xong thì hết vàng.
guide-colour-twice-sample = bị trùng
guide-colour-twice = Ô đỏ: tên hoặc mã bị ghi hai lần.
guide-colour-total-sample = Tổng
guide-colour-total = Dòng xám, chữ đậm: dòng tổng.
guide-colour-required-sample = Tiêu đề
guide-colour-required = Tiêu đề xanh đậm: cột phải nhập đủ.
guide-colour-optional-sample = Tiêu đề
guide-colour-optional = Tiêu đề xanh nhạt: không có thì để trống, hoặc để chương trình tự tính.
guide-colour-fixed-sample = có sẵn
guide-colour-fixed = Ô xám: có sẵn, không sửa.
guide-typing = Cách nhập
guide-typing-numbers = Gõ số như trong Excel, chỉ gõ chữ số và dấu thập phân: 13502, không gõ 13.502; Excel tự hiện dấu phân cách hàng nghìn.
guide-typing-units = Không gõ đơn vị vào ô số (65, không gõ “65 hộ”); đơn vị là đơn vị ghi ở chú thích của tiêu đề.
guide-typing-notes = Rê chuột vào tiêu đề cột, hoặc vào ô của trang “{ $facts }”, để xem cần nhập gì.
guide-typing-lists = Ô có danh sách thả xuống thì chọn trong danh sách; phím tắt là Alt+↓.
guide-typing-lines = Xuống dòng trong ô bằng Alt+Enter.
guide-typing-rows = Thiếu hàng thì chèn thêm phía trên dòng tổng; thừa thì xóa hoặc để trống, hàng trống được bỏ qua.
guide-typing-decimals = Tỷ lệ được in với số chữ số thập phân đang hiện trong ô; tỷ lệ phần trăm gõ không kèm dấu % (0,40% thì gõ 0,40).
guide-never = Những việc không được làm
guide-never-headings = Không đổi tên trang và tiêu đề cột, không xóa cột. Trang được khóa để tránh gõ nhầm, không đặt mật khẩu.
guide-never-merge = Không gộp ô.
guide-never-hide = Không ẩn hàng, không ẩn cột, không lọc rồi để nguyên bộ lọc.
guide-never-text = Không để số ở dạng chữ; số đúng thì Excel căn về bên phải.
guide-run = Nhập xong
guide-run-save = Lưu tệp này (vẫn là .xlsx), rồi mở cửa sổ lệnh ở thư mục của vanban và gõ:
guide-run-check = Kiểm tra, không ghi gì; lỗi nào cũng nêu rõ trang, ô và cách sửa
guide-run-build = Lập văn bản, ghi vào thư mục output/
guide-run-cargo = Máy chưa cài lệnh vanban thì gõ “cargo run --release --” thay cho chữ “vanban”.

# Chú thích của tiêu đề và lời nhắc khi chọn ô
input-text = Nhập chữ, trên một dòng.
input-lines = Nhập chữ; xuống dòng bằng Alt+Enter.
input-code = Nhập đúng từng ký tự.
input-count = Nhập số nguyên, chỉ gõ chữ số.
input-money = Nhập số, không gõ dấu phân cách hàng nghìn.
input-percent = Tỷ lệ phần trăm gõ không kèm dấu %: 0,40% thì gõ 0,40.
input-year = Nhập năm gồm bốn chữ số.
input-date = Nhập ngày/tháng/năm, ví dụ 08/05/2025.
input-mixed = Nhập số, phần trăm hoặc chữ, đúng như cần in ra.
input-list = Chọn trong danh sách thả xuống.
input-unit = Đơn vị: { $unit }; không gõ đơn vị vào ô.
input-required = Bắt buộc.
input-optional = Không có thì để trống.
input-computed = Để trống thì chương trình tự tính.
input-given = Có sẵn, không sửa.
input-key = Mỗi hàng một tên riêng; ghi trùng thì ô đỏ lên.
input-total = Dòng cuối ghi “{ $label }”.
input-heading-live = Năm trong tiêu đề này tự đổi theo trang “{ $sheet }”.
input-heading-fixed = Sửa mục “{ $field }” ở trang “{ $sheet }” thì sửa cả năm trong tiêu đề này.
input-review = Ô có chữ “(xem lại)” chép từ tệp năm trước, là văn bản thường ban hành hằng năm: có văn bản mới thì ghi số, ngày mới; vẫn viện dẫn văn bản cũ thì xóa chữ “(xem lại)”, giữ phần còn lại.
input-rolled = Đã chép số của cột này từ tệp năm trước; số nào đã điều chỉnh thì sửa lại.
input-fresh = Cột mới: tệp năm trước chưa có.

# Khi gõ sai
stop-title-text = Nội dung quá dài
stop-title-lines = Nội dung quá dài
stop-title-code = Nội dung quá dài
stop-title-mixed = Nội dung quá dài
stop-title-count = Cần số nguyên
stop-title-whole-money = Cần số nguyên
stop-title-money = Cần số
stop-title-percent = Gõ không kèm dấu %
stop-title-year = Cần năm
stop-title-date = Cần ngày
stop-title-list = Không có trong danh sách
stop-text = Ô này chứa được nhiều nhất { $most } ký tự.
stop-count = Ô này nhận số nguyên { $bounds }. Chỉ gõ chữ số: không gõ dấu phân cách hàng nghìn, không gõ đơn vị.
stop-whole-money = Ô này nhận số nguyên { $bounds }. Chỉ gõ chữ số: không gõ dấu phân cách hàng nghìn, không gõ đơn vị; phần lẻ thì làm tròn trước khi gõ.
stop-money = Ô này nhận số { $bounds }. Không gõ dấu phân cách hàng nghìn, không gõ đơn vị.
stop-percent = Ô này nhận tỷ lệ phần trăm { $bounds }, gõ không kèm dấu %: 0,40% thì gõ 0,40. Không gõ chữ.
stop-year = Ô này nhận năm gồm bốn chữ số, từ { $min } đến { $max }, ví dụ 2025.
stop-date = Ô này nhận ngày, gõ theo thứ tự ngày/tháng/năm, từ năm { $min } đến năm { $max }.
stop-list = Chọn một tên trong danh sách thả xuống (Alt+↓). Danh sách đầy đủ ở trang “{ $sheet }”.
bounds = { $max ->
    [none] từ { $min } trở lên
   *[other] từ { $min } đến { $max }
}

# Ô chữ ký và tệp đính kèm trong văn bản PDF
field-leader = Chữ ký của người có thẩm quyền
field-seal = Dấu, chữ ký số của cơ quan, tổ chức
field-second-leader = Chữ ký của người ký ở bên trái
field-second-seal = Dấu, chữ ký số của cơ quan ký ở bên trái
field-signed-by = Người ký:
field-signed-at = Thời gian ký:
attachment-description = Các phụ lục kèm theo, dạng bảng tính
