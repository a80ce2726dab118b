# Nhãn
label-error = lỗi
label-warning = cảnh báo
label-note = ghi chú
label-hint = cách sửa

# Trợ giúp
help-about = Lập văn bản hành chính từ bảng tính: tệp PDF theo thể thức Nghị định 30/2020/NĐ-CP và các phụ lục dạng Excel.
help-usage = Cách dùng
help-commands = Lệnh
help-options = Tùy chọn
help-input = Thư mục số liệu (mặc định: mọi thư mục trong inputs/)
help-build = Đọc, kiểm tra và lập văn bản (mặc định)
help-check = Chỉ đọc và kiểm tra, không ghi gì
help-new = Lập biểu nhập số liệu (Excel) cho một văn bản mới
help-folder = Thư mục mới, ví dụ inputs/ke-hoach-2025
help-document = Mẫu văn bản, là tên một thư mục trong templates/ (bỏ qua được nếu chỉ có một mẫu, hoặc có --from)
help-year = Năm của văn bản, điền sẵn vào biểu nhập (với --from: mặc định là năm kế tiếp)
help-from = Thư mục số liệu năm trước: chép tên, mã, nơi nhận; để trống số liệu
help-output = Thư mục kết quả (mặc định: output)
help-templates = Thư mục mẫu (mặc định: templates)
help-font-path = Thư mục hoặc tệp phông chữ dùng thêm, ví dụ nơi có Times New Roman
help-lang = Ngôn ngữ thông báo: vi hoặc en (mặc định: theo máy)
help-color = Tô màu thông báo: auto, always hoặc never (mặc định: auto)
help-quiet = Chỉ in lỗi và cảnh báo, mỗi mục một dòng
help-help = In phần trợ giúp này
help-version = In phiên bản
help-exit-codes =
    Mã kết thúc: 0 đã lập xong tất cả · 1 có văn bản bị từ chối vì số liệu · 2 chương trình không làm được việc.
usage-argument = không hiểu tham số “{ $argument }”.
usage-value = giá trị “{ $value }” không dùng được cho { $argument }.
usage-command = không có lệnh “{ $argument }”; các lệnh là build, check và new.
usage-missing = còn thiếu tham số { $argument }.
usage-see-help = Gõ “vanban --help” để xem cách dùng.

# Tiến trình
run-start = { $folder }
run-read = {"  "}đã đọc        { $file }: { $sheets } trang tính, { $cells } ô
run-template = {"  "}mẫu           { $name } ({ $folder })
run-checked = {"  "}đã kiểm tra   { $hold } quan hệ số liệu đúng, { $differ } lệch trong mức cho phép
run-written = {"  "}đã ghi        { $pages } trang PDF, phông chữ { $font }, vào:
run-refused = { $folder }: không lập văn bản, có { $count } lỗi trong số liệu. Kết quả đã có trước đó được giữ nguyên.
run-failed = { $folder }: chương trình không làm được việc ({ $count } lỗi). Kết quả đã có trước đó được giữ nguyên.
run-summary = Tổng cộng: { $built } văn bản đã lập, { $refused } bị từ chối, { $failed } không làm được; { $warnings } cảnh báo; { $seconds } giây.
run-summary-check = Tổng cộng: { $built } văn bản hợp lệ, { $refused } bị từ chối, { $failed } không làm được; { $warnings } cảnh báo; { $seconds } giây.

# Lập biểu nhập
new-carried = {"  "}đã chép       từ { $from }: { $facts } mục, { $recipients } nơi nhận, { $rows } hàng; số liệu để trống
new-written = {"  "}đã ghi        biểu nhập số liệu:
new-next = Việc tiếp theo: mở tệp này bằng Excel, đọc trang đầu, nhập số liệu rồi lưu; sau đó gõ “vanban check { $folder }”.
new-folder-taken = Thư mục đã có bảng tính; biểu nhập mới không ghi đè lên tệp nào.
    .hint = Chọn một thư mục chưa có, hoặc chuyển tệp cũ đi nơi khác.
new-document-unnamed = Có nhiều mẫu văn bản, chưa biết dùng mẫu nào: { $known }.
    .hint = Ghi tên một mẫu sau --document.
new-year-unused = Mẫu này không có mục nào là năm, nên không dùng được --year.
    .hint = Bỏ --year.
from-other-document = Số liệu năm trước thuộc mẫu “{ $found }”, có trang và cột khác với mẫu “{ $wanted }”.
    .hint = Chỉ một thư mục số liệu cùng loại văn bản sau --from, hoặc ghi “{ $found }” sau --document.
from-older = Số liệu năm trước được nhập theo một phiên bản khác của biểu nhập; đã chép những trang và cột còn giữ tên.
    .hint = Xem lại từng trang, nhất là các cột mới.
column-carried = Cột “{ $heading }”: đã chép số của chính cột ấy trong tệp năm trước.

# Tệp và thư mục
folder-unreadable = Không đọc được thư mục ({ $detail }).
    .hint = Kiểm tra tên thư mục, hoặc chạy vanban từ thư mục chứa inputs/ và templates/.
file-unreadable = Không đọc được tệp ({ $detail }).
    .hint = Kiểm tra xem tệp có còn đó, có đang bị chương trình khác khóa hoặc thiếu quyền đọc không.
file-unwritable = Không ghi được ({ $detail }). Kết quả đã có trước đó được giữ nguyên.
    .hint = Kiểm tra quyền ghi vào thư mục kết quả, dung lượng đĩa còn trống, và đóng tệp nếu đang mở trong Excel hoặc trình xem PDF.
inputs-empty = Không có thư mục số liệu nào.
    .hint = Đặt mỗi văn bản vào một thư mục riêng trong inputs/, hoặc ghi tên thư mục sau lệnh build.
folder-without-workbook = Thư mục không có bảng tính nào.
    .hint = Đặt ít nhất một tệp .xlsx vào thư mục này.
font-missing = Không tìm thấy phông chữ Times New Roman hay Liberation Serif.
    .hint = Khôi phục thư mục templates/fonts/ đi kèm chương trình, hoặc chỉ nơi có phông bằng --font-path.
font-lacks-glyph = Ký tự “{ $char }” ({ $code }) không có trong phông chữ { $font }.
    .hint = Thay ký tự ấy trong số liệu hoặc trong lời văn; ký tự hiếm và biểu tượng cảm xúc không dùng được trong văn bản.

# Bảng tính
workbook-too-large = Tệp quá lớn ({ $size }); giới hạn là 32 MiB.
    .hint = Xóa hình ảnh và các trang không dùng rồi lưu lại.
workbook-old-or-locked = Tệp ở định dạng .xls cũ, hoặc đang đặt mật khẩu mở.
    .hint = Mở bằng Excel, bỏ mật khẩu nếu có, rồi Tệp → Lưu thành → Sổ làm việc Excel (.xlsx).
workbook-not-xlsx = Tệp không phải là sổ làm việc .xlsx.
    .hint = Mở bằng Excel rồi Tệp → Lưu thành → Sổ làm việc Excel (.xlsx).
workbook-broken = Tệp .xlsx bị hỏng, không đọc được ({ $detail }).
    .hint = Mở bằng Excel để sửa chữa, rồi lưu lại thành tệp mới.
workbook-bomb = Tệp vượt giới hạn an toàn khi giải nén (phần { $part }).
    .hint = Mở bằng Excel, chép số liệu sang một sổ làm việc mới rồi lưu lại.
workbook-doctype = Tệp chứa khai báo DOCTYPE, thứ mà bảng tính không cần (phần { $part }).
    .hint = Mở bằng Excel rồi lưu lại thành tệp .xlsx mới.
workbook-stray-cell = Có ô lạc ở rất xa bảng số liệu: { $cell } (phần { $part }).
    .hint = Mở bằng Excel, xóa các hàng và cột thừa (Ctrl+End cho biết ô cuối) rồi lưu lại.
workbook-absurd = Tệp có chỗ mà không phần mềm bảng tính nào ghi ra: { $detail } (phần { $part }).
    .hint = Mở bằng Excel rồi lưu lại thành tệp .xlsx mới.
workbook-unwritable = Không lập được tệp Excel của phụ lục ({ $detail }).
    .hint = Xem phần appendix trong document.toml: tên trang tính phải khác nhau, dài không quá 31 ký tự.
schema-missing = Bảng tính không cho biết được lập theo biểu nhập nào.
    .hint = Tệp do vanban lập thì có ghi; nếu tệp này tự làm hoặc đã chép sang tệp mới thì đối chiếu các trang và cột với biểu nhập của mẫu “{ $document }” (lệnh vanban new).
schema-other = Bảng tính được lập theo biểu nhập { $found }, nhưng mẫu “{ $document }” cần biểu nhập { $wanted }.
    .hint = Lập biểu nhập mới bằng “vanban new THƯ-MỤC-MỚI --from THƯ-MỤC-NÀY”, rồi chép số liệu sang; hoặc sửa lại mục ghi tên mẫu.
scaffold-unwritable = Không lập được biểu nhập số liệu ({ $detail }).
    .hint = Xem tên các trang tính trong document.toml: phải khác nhau, dài không quá 31 ký tự.
sheet-too-large = Trang “{ $sheet }” có quá nhiều ô; giới hạn là { $limit } ô.
    .hint = Xóa các hàng và cột thừa.
sheet-missing = Không có trang tính “{ $sheet }”. Các trang có: { $found }.
    .hint = { $has-near ->
        [yes] Có phải là trang “{ $near }”? Nếu đúng, đổi tên trang ấy thành “{ $sheet }”.
       *[no] Thêm trang “{ $sheet }” vào một trong các tệp số liệu.
    }
sheet-twice = Có hai trang cùng tên “{ $sheet }”; trang kia ở { $other }.
    .hint = Giữ lại một trang, xóa hoặc đổi tên trang còn lại.
column-missing = Thiếu cột “{ $heading }” ở hàng tiêu đề { $row }. Các cột có: { $found }.
    .hint = { $has-near ->
        [yes] Có phải là cột “{ $near }”? Nếu đúng, sửa tiêu đề thành “{ $heading }”.
       *[no] Thêm cột “{ $heading }”, ghi tiêu đề đúng từng chữ.
    }
column-twice = Cột “{ $heading }” xuất hiện hai lần, ở { $first } và { $second }.
    .hint = Giữ lại một cột, xóa hoặc đổi tiêu đề cột còn lại.
column-extra = Bỏ qua cột không dùng đến: { $columns }.
table-empty = Trang “{ $sheet }” không có hàng số liệu nào.
    .hint = Nhập số liệu vào dưới hàng tiêu đề.
field-unknown = Không có mục nào tên là “{ $name }”.
    .hint = { $has-near ->
        [yes] Có phải là “{ $near }”?
       *[no] Xóa hàng này, hoặc ghi lại tên mục theo tệp mẫu.
    }
field-twice = Mục “{ $name }” được ghi hai lần; lần đầu ở { $first }.
    .hint = Giữ lại một hàng.
field-missing = Thiếu mục “{ $name }”.
    .hint = Thêm một hàng có tên mục ấy và nội dung của nó.
placeholder-unknown = Chỗ điền “{"{"}{ $name }{"}"}” không trùng với mục nào.
    .hint = Trong ngoặc nhọn phải là tên một mục của trang “{ $sheet }”, ví dụ {"{"}Năm kế hoạch{"}"}.
placeholder-blank = Chỗ điền “{"{"}{ $name }{"}"}” dẫn đến một mục còn để trống.
    .hint = Nhập nội dung cho mục “{ $name }”, hoặc bỏ chỗ điền này.
row-twice = Hàng “{ $key }” được ghi hai lần; lần đầu ở { $first }.
    .hint = Giữ lại một hàng, hoặc sửa mã của hàng còn lại.
row-after-total = Có hàng số liệu nằm dưới dòng tổng của trang “{ $sheet }”.
    .hint = Chuyển hàng này lên trên dòng tổng, hoặc xóa nó.
row-missing = Không có hàng “{ $key }” mà văn bản cần đến.
    .hint = Thêm hàng có mã ấy, hoặc sửa mã bị gõ nhầm.

# Ô
cell-required = Ô thuộc cột “{ $heading }” còn trống.
    .hint = Nhập giá trị cho ô này.
cell-not-number = Ô thuộc cột “{ $heading }” phải là số, nhưng đang là chữ “{ $value }”.
    .hint = Gõ lại thành số (không gõ dấu phân cách hàng nghìn, không gõ đơn vị); ô là số thì Excel căn về bên phải.
cell-date-not-number = Ô thuộc cột “{ $heading }” phải là số, nhưng Excel đã đổi thành ngày { $value }.
    .hint = Đặt định dạng ô là Số rồi gõ lại.
cell-percent-not-number = Ô thuộc cột “{ $heading }” phải là số, nhưng đang định dạng phần trăm ({ $value }).
    .hint = Đặt định dạng ô là Số rồi gõ lại.
cell-hidden-decimals = Ô thuộc cột “{ $heading }” phải là số nguyên, nhưng chứa phần lẻ không hiện ra (đang hiện { $value }).
    .hint = Làm tròn hẳn giá trị trong ô, vì số bị che có thể làm sai tổng.
cell-not-year = Ô thuộc cột “{ $heading }” phải là một năm, nhưng đang là “{ $value }”.
    .hint = Gõ năm gồm bốn chữ số, ví dụ 2025.
cell-not-date = Ô thuộc cột “{ $heading }” phải là ngày, nhưng đang là “{ $value }”.
    .hint = Đặt định dạng ô là Ngày rồi gõ theo thứ tự ngày/tháng/năm.
cell-not-text = Ô thuộc cột “{ $heading }” phải là chữ, nhưng đang là “{ $value }”.
    .hint = Đặt định dạng ô là Văn bản rồi gõ lại.
cell-boolean = Ô thuộc cột “{ $heading }” đang là giá trị đúng/sai ({ $value }).
    .hint = Gõ lại giá trị thật của ô.
cell-fault = Ô thuộc cột “{ $heading }” đang báo lỗi { $value }.
    .hint = Sửa công thức của ô, hoặc gõ thẳng giá trị.
cell-uncalculated = Ô thuộc cột “{ $heading }” là công thức chưa có kết quả.
    .hint = Mở tệp bằng Excel, chờ tính xong rồi Lưu.
cell-out-of-range = Ô thuộc cột “{ $heading }” có giá trị không dùng được: { $value }.
    .hint = Gõ lại giá trị của ô.
cell-computed = Ô trống thuộc cột “{ $heading }” được tính là { $value }.

# Quan hệ số liệu
sum-mismatch = Hàng { $row }, cột “{ $heading }”: ghi { $stated }, nhưng { $arithmetic } = { $expected } (lệch { $difference }).
    .hint = { $beyond ->
        [yes] Sửa ô ghi sai trong các ô nêu trên; chưa khớp thì văn bản không được lập.
       *[no] Kiểm tra lại các ô nêu trên; sai lệch trong mức cho phép nên văn bản in số như đã ghi.
    }
percent-mismatch = Hàng { $row }, cột “{ $heading }”: ghi { $stated }, nhưng { $arithmetic } ≈ { $expected } (lệch { $difference }).
    .hint = { $beyond ->
        [yes] Sửa ô ghi sai trong các ô nêu trên; chưa khớp thì văn bản không được lập.
       *[no] Kiểm tra lại các ô nêu trên; sai lệch trong mức cho phép nên văn bản in số như đã ghi.
    }
equal-mismatch = Hàng { $row }, cột “{ $heading }”: ghi { $stated }, nhưng ô tương ứng ghi { $expected } (lệch { $difference }).
    .hint = Hai ô này phải bằng nhau; sửa ô sai.

# Mẫu
template-not-named = Không biết dùng mẫu văn bản nào: không đọc được mục mẫu văn bản trong { $files }. Trang cần có: { $sheets }. Các trang có: { $found }.
    .hint = Thêm trang ấy và mục ghi tên thư mục mẫu.
template-none = Thư mục mẫu không có mẫu văn bản nào.
    .hint = Khôi phục thư mục templates/ đi kèm chương trình.
template-unknown = Không có mẫu văn bản “{ $name }”. Các mẫu có: { $known }.
    .hint = { $has-near ->
        [yes] Có phải là “{ $near }”?
       *[no] Ghi lại tên một thư mục trong templates/.
    }
template-unknown-name = Mẫu dùng một tên không có trong số liệu: { $detail }.
    .hint = Sửa tên trong ngoặc nhọn kép, hoặc thêm hàng hay cột ấy vào số liệu.
template-fault = Mẫu có lỗi: { $detail }.
    .hint = Sửa chỗ này trong tệp mẫu; phần nằm giữa hai cặp ngoặc nhọn phải giữ đúng cách viết.
blank-in-sentence = Ô còn trống nhưng câu ở { $line } cần đến nó ({ $key }).
    .hint = Nhập giá trị cho ô này, hoặc sửa câu văn.
prose-markup = Lời văn có ký hiệu không dùng được: “{ $text }”.
    .hint = Đặt dấu \ trước ký hiệu (ví dụ \#, \$, \*), và kiểm tra các dấu * và _ có đủ đôi.
prose-number = Con số { $number } được gõ thẳng vào lời văn.
    .hint = Đưa con số vào bảng tính rồi gọi tên nó trong câu, để khi số liệu đổi thì câu văn đổi theo.
definition-syntax = Tệp định nghĩa có lỗi: { $detail }.
    .hint = Sửa dòng này trong document.toml.
definition-unknown-name = Tệp định nghĩa nhắc đến “{ $name }” nhưng không khai báo.
    .hint = Khai báo tên ấy, hoặc sửa chỗ nhắc đến nó.
internal-fault = Chương trình gặp lỗi của chính nó ({ $detail }). Kết quả đã có trước đó được giữ nguyên; hãy gửi thông báo này cho người phụ trách.
typst-fault = Không trình bày được văn bản: { $detail }.
    .hint = Nếu vừa sửa tệp trong templates/, hãy xem lại chỗ sửa.
