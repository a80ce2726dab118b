# Nhãn
label-error = lỗi
label-warning = cảnh báo
label-note = ghi chú
label-hint = cách sửa
label-accepted = chấp nhận theo định nghĩa mẫu

# Trợ giúp
help-about = Lập văn bản hành chính từ bảng tính: tệp PDF theo thể thức Nghị định 30/2020/NĐ-CP và các phụ lục dạng Excel.
help-usage = Cách dùng
help-commands = Lệnh
help-options = Tùy chọn
help-input = Thư mục số liệu (mặc định: mọi thư mục trong inputs/)
help-build = Đọc, kiểm tra và lập văn bản (mặc định)
help-mark-changes = Lập thêm bản so sánh thay đổi (…-thay-doi.pdf) cho người phê duyệt: đánh dấu từng chỗ thay đổi, ghi giá trị cũ
help-against = Bản cũ để so sánh: thư mục số liệu hoặc figures.json, như lệnh diff (mặc định: bản ban hành gần nhất)
help-check = Chỉ đọc và kiểm tra, không ghi gì
help-watch = Lập lại mỗi khi một bảng tính hay tệp mẫu được lưu, cho đến khi nhấn Ctrl-C
help-diff = So sánh hai bản: số liệu nào đổi, in ở câu nào, bảng nào, trang nào
help-issue = Lập văn bản và ghi nhận bản hiện tại là bản đã ban hành
help-issue-input = Thư mục số liệu của văn bản được ban hành
help-replaces = Bản này đính chính (dinh-chinh) hay thay thế (thay-the) bản đã ban hành cùng số; bắt buộc khi nội dung khác bản đã ban hành
help-issue-notes =
    Bản ghi để ở da-ban-hanh/ trong thư mục số liệu, mỗi lần ban hành một thư mục, không ghi đè: số liệu, tệp đã ban hành, bảng kê số liệu, mẫu đã dùng.
    Từ đó lệnh build nêu những gì đã thay đổi, và không ghi đè tệp đã ban hành hoặc đã ký: bản mới có tên “-sua-doi-1”.
    Ngày ban hành là ngày ghi trong văn bản.
help-attach-workbook = Đính kèm cả tệp Excel phụ lục vào trong PDF, để một chữ ký có giá trị cho cả hai (PDF/A-3a)
help-sign = Ký số vào một ô chữ ký của văn bản đã lập
help-sign-files = Tệp .pdf do “vanban build” lập, hoặc người có thẩm quyền đã ký
help-sign-field = Chữ ký của ai: leader (người có thẩm quyền) hoặc seal (cơ quan, tổ chức; ký sau); second-leader, second-seal cho người, cơ quan ký bên trái (biên bản, văn bản liên tịch)
help-sign-key = Tệp PKCS#12 (.p12, .pfx) chứa khóa bí mật và chứng thư số
help-sign-pkcs11 = Mô-đun PKCS#11 của thiết bị lưu khóa (tệp .so, .dll do nhà sản xuất cấp), thay cho --key
help-sign-token = Tên thiết bị lưu khóa, khi có nhiều thiết bị
help-sign-certificate = Số hiệu (hệ 16) hoặc tên của chứng thư trên thiết bị, khi có nhiều chứng thư
help-sign-password-file = Tệp có dòng đầu là mật khẩu hoặc mã PIN (mặc định: hỏi trên màn hình)
help-sign-password-fd = Số hiệu của tệp đang mở (file descriptor) chứa mật khẩu hoặc mã PIN
help-sign-image = Hình chữ ký hoặc hình dấu, PNG nền trong suốt (mặc định: ghi họ tên và thời gian bằng chữ)
help-sign-image-width = Chiều rộng thật của hình, tính bằng milimét, dùng cho dấu (mặc định: vừa ô)
help-sign-tsa = Địa chỉ máy chủ dấu thời gian (http://…)
help-sign-level = b: không có dấu thời gian; t: có dấu thời gian; lt: lưu thêm bằng chứng chứng thư còn hiệu lực, để kiểm tra về sau (mặc định: t nếu có máy chủ, nếu không thì b)
help-sign-pss = Ký theo RSASSA-PSS thay cho PKCS#1 v1.5
help-sign-reason = Lý do ký, lưu trong chữ ký
help-sign-location = Nơi ký, lưu trong chữ ký
help-sign-trust = Chứng thư (PEM) của các tổ chức được tin cậy; chứng thư ký phải dẫn đến một trong số đó
help-sign-ocsp = Địa chỉ máy chủ trả lời về thu hồi chứng thư, thay cho địa chỉ ghi trong chứng thư
help-sign-profile = Tệp TOML ghi sẵn những gì cơ quan dùng mỗi lần ký: key, pkcs11, token, certificate, tsa, level, ocsp, pss, reason, location, leader-image, seal-image, seal-width, trust
help-sign-notes =
    Mỗi tệp được ký thành một tệp mới bên cạnh (…-da-ky.pdf; có dấu cơ quan thì …-da-ky-dong-dau.pdf) sau khi đã kiểm tra; không bao giờ ghi đè.
    Người có thẩm quyền ký trước, cơ quan ký sau. Mật khẩu hoặc mã PIN chỉ hỏi một lần cho mọi tệp.
    Mã kết thúc: 0 đã ký xong tất cả · 1 có tệp hoặc chứng thư bị từ chối · 2 chương trình không thực hiện được.

help-verify = Đối chiếu tệp PDF, tệp Excel đã lập với số liệu hiện có, và kiểm tra chữ ký số
help-verify-input = Thư mục số liệu; hoặc một tệp, khi ấy thư mục số liệu được tìm trong inputs/
help-verify-files = Tệp .pdf hoặc .xlsx cần đối chiếu, kể cả tệp do nơi khác gửi lại (mặc định: các tệp của văn bản trong thư mục kết quả)
help-verify-trust = Chứng thư (PEM) của các tổ chức được tin cậy
help-verify-online = Hỏi tổ chức cấp chứng thư xem chứng thư có bị thu hồi không (mặc định: chỉ đọc trả lời lưu trong tệp)
help-verify-format = Dạng chữ (mặc định) hoặc json cho chương trình khác đọc
help-verify-notes =
    Với bản ghi ban hành (da-ban-hanh/01-…), văn bản được lập lại theo số liệu và mẫu lưu trong bản ghi.
    Văn bản được lập lại để đối chiếu, không ghi gì. Tệp không giống hệt thì được đọc lại: chữ của từng trang, giá trị của từng ô.
    Không đọc được chữ nằm trong hình ảnh. Chỉ hỏi tổ chức chứng thực về việc thu hồi chứng thư khi có --online.
    Mã kết thúc: 0 đúng với số liệu, chữ ký đều hợp lệ · 1 có chỗ khác, chữ ký không hợp lệ, hoặc không có cả số liệu lẫn chữ ký · 2 không kiểm tra được.
help-sides = Bản cũ và bản mới: thư mục số liệu, hoặc figures.json (hay thư mục kết quả có tệp ấy)
help-format = Dạng kết quả: text (in ra màn hình), json, hoặc xlsx (ghi so-sanh.xlsx vào thư mục kết quả)
help-diff-exit-codes =
    Số trang chỉ có khi văn bản đã được lập: với thư mục số liệu, chương trình tìm figures.json cùng số liệu trong thư mục kết quả.
    Mã kết thúc: 0 giống nhau · 1 khác nhau · 2 không so sánh được.
help-new = Lập biểu nhập số liệu (Excel) cho một văn bản mới
help-folder = Thư mục mới, ví dụ inputs/ke-hoach-2025
help-document = Mẫu văn bản, là tên một thư mục trong templates/ (bỏ qua được nếu chỉ có một mẫu, hoặc có --from)
help-year = Năm của văn bản, điền sẵn vào biểu nhập (với --from: mặc định là năm kế tiếp)
help-from = Thư mục số liệu năm trước: chép tên, mã, nơi nhận; để trống số liệu
help-example = Lấy ví dụ có sẵn của mẫu: biểu nhập đã điền đủ, lập được ngay, rồi sửa dần thành văn bản của mình
help-output = Thư mục kết quả (mặc định: output)
help-templates = Thư mục mẫu (mặc định: templates)
help-font-path = Thư mục hoặc tệp phông chữ dùng thêm, ví dụ nơi có Times New Roman
help-jobs = Số văn bản lập cùng một lúc (mặc định: theo số nhân của máy, nhiều nhất 8)
help-lang = Ngôn ngữ thông báo: vi (tiếng Việt) hoặc en (tiếng Anh); mặc định là tiếng Việt, trừ khi máy đặt ngôn ngữ khác
help-color = Tô màu thông báo: auto, always hoặc never (mặc định: auto)
help-quiet = Chỉ in lỗi và cảnh báo, mỗi mục một dòng
help-help = In phần trợ giúp này
help-version = In phiên bản
help-exit-codes =
    Mã kết thúc: 0 đã lập xong tất cả · 1 có văn bản chưa lập được do lỗi số liệu · 2 chương trình không thực hiện được.
help-value-command = LỆNH
help-value-options = TÙY CHỌN
help-value-dir = THƯ-MỤC
help-value-folder = THƯ-MỤC
help-value-name = TÊN
help-value-yyyy = NĂM
help-value-input = THƯ-MỤC-SỐ-LIỆU
help-value-file = TỆP
help-value-pem = TỆP-PEM
help-value-old = BẢN-CŨ
help-value-new = BẢN-MỚI
help-value-n = SỐ
help-value-module = MÔ-ĐUN
help-value-label = TÊN
help-value-id = SỐ-HIỆU
help-value-png = TỆP-PNG
help-value-mm = MILIMÉT
help-value-url = ĐỊA-CHỈ
help-value-text = NỘI-DUNG
usage-argument = không hiểu tham số “{ $argument }”.
usage-value = giá trị “{ $value }” không dùng được cho { $argument }.
usage-value-missing = chưa ghi giá trị sau { $argument }.
usage-command = không có lệnh “{ $argument }”; các lệnh là { $known }.
usage-count = cần ghi đúng hai thư mục: bản cũ và bản mới.
usage-missing = chưa ghi { $argument }.
usage-see-help = Gõ “vanban --help” để xem cách dùng.

# Tiến trình
run-start = { $folder }
run-start-of = [{ $number }/{ $total }] { $folder }
run-progress = { $bar } { $done }/{ $total }, còn { $left }
run-read = {"  "}đã đọc        { $file }: { $sheets } trang tính, { $cells } ô
run-template = {"  "}mẫu           { $name } ({ $folder })
run-checked = {"  "}đã kiểm tra   { $hold } quan hệ số liệu đúng, { $differ } lệch trong mức cho phép
run-written = {"  "}đã ghi        { $pages } trang PDF, phông chữ { $font }, vào:
run-refused = { $folder }: không lập văn bản, có { $count } lỗi trong số liệu. Kết quả đã có trước đó được giữ nguyên.
run-not-recorded = { $folder }: chưa ghi nhận ban hành; không ghi, không thay đổi gì.
run-failed = { $folder }: chương trình không thực hiện được ({ $count } lỗi). Kết quả đã có trước đó được giữ nguyên.
run-summary = Tổng cộng: { $built } văn bản đã lập, { $refused } chưa lập được do lỗi số liệu, { $failed } chưa thực hiện được; { $warnings } cảnh báo; { $seconds } giây.
run-summary-check = Tổng cộng: { $built } văn bản hợp lệ, { $refused } chưa lập được do lỗi số liệu, { $failed } chưa thực hiện được; { $warnings } cảnh báo; { $seconds } giây.
output-twice = Hai thư mục số liệu cùng tên nên sẽ ghi vào cùng một thư mục kết quả; thư mục kia là { $other }.
    .hint = Đổi tên một trong hai thư mục, hoặc lập riêng từng văn bản với --output khác nhau.

# Theo dõi
watch-built = { $folder }: đã lập trong { $seconds } giây
watch-unfinished = { $folder }: đang chờ tệp lưu xong…
watch-waits = Đang theo dõi { $count } văn bản và thư mục mẫu. Nhấn Ctrl-C để dừng.
watch-stopped = Đã dừng theo dõi. Kết quả nằm trong { $output }.
watch-old = bản trước
watch-new = bản này

# So sánh
diff-title = So sánh { $old } với { $new }
diff-none = Không có gì thay đổi: số liệu và câu chữ hai bên như nhau.
diff-figures = SỐ LIỆU THAY ĐỔI ({ $count })
diff-particulars = THÔNG TIN KHÁC THAY ĐỔI ({ $count })
diff-sentences = CÂU THAY ĐỔI VÌ LÝ DO KHÁC ({ $count })
diff-leftovers = SỐ CŨ CÒN GÕ TRONG LỜI VĂN ({ $count })
diff-changed = - { $name }: { $old } → { $new }{ $delta }
diff-added = - { $name }: thêm mới { $new }
diff-removed = - { $name }: bỏ { $old }
diff-up = tăng { $amount }
diff-down = giảm { $amount }
diff-points = { $amount } điểm phần trăm
diff-cell = {"    "}ô số liệu: { $cells }
diff-computed = {"    "}chương trình tính, theo ô: { $cells }
diff-in-sentence = {"    "}trong câu: { $location }: { $text }
diff-in-table = trong bảng: { $appendix }{ $pages }{ $cell }
diff-in-form = trong phần thể thức{ $pages }
diff-nowhere = {"    "}không in trong văn bản
diff-section = mục { $section }
diff-page = , trang { $page }
diff-page-old = , trang { $page } của bản cũ
diff-see-above = như đã nêu ở trên
diff-in-sentences = {"    "}trong { $count } câu, nêu ở phần dưới
diff-why-wording = vì lời văn được sửa ({ $file })
diff-why-data = vì thay đổi { $names }
diff-mark-changed = «{ $old } → { $new }»
diff-mark-added = «thêm: { $new }»
diff-mark-removed = «bỏ: { $old }»
diff-new-sentence = câu mới: { $text }
diff-old-sentence = câu bỏ đi: { $text }
diff-leftover = - { $figure } ({ $name }) vẫn gõ thẳng trong tệp { $file }:
diff-reordered = Thứ tự các hàng đã thay đổi ở trang: { $sheets }.
diff-templates = Tệp mẫu hai bên khác nhau: { $files }. Bảng so sánh chỉ xét số liệu và câu; tiêu đề bảng và cách trình bày cũng có thể đã khác.
diff-summary = Tổng cộng: { $figures } số liệu, { $particulars } thông tin khác và { $sentences } câu thay đổi.
diff-written = Đã ghi bảng so sánh vào:
diff-refused = { $side }: không so sánh được.
diff-sheet-data = Số liệu
diff-sheet-sentences = Câu
diff-col-name = Số liệu, thông tin
diff-col-how = Thay đổi
diff-col-old = Cũ
diff-col-new = Mới
diff-col-difference = Chênh lệch
diff-col-percent = Tỷ lệ (%)
diff-col-unit = Đơn vị
diff-col-old-cell = Ô số liệu cũ
diff-col-new-cell = Ô số liệu mới
diff-col-printed = Nơi in
diff-col-place = Vị trí
diff-col-reason = Lý do
diff-how-changed = sửa
diff-how-added = thêm
diff-how-removed = bỏ
ledger-broken = Tệp không phải là figures.json do chương trình ghi ra, hoặc đã bị hỏng (từ dòng { $line }).
    .hint = Mỗi bên phải là một thư mục số liệu, hoặc một tệp figures.json trong thư mục kết quả. Nếu tệp bị hỏng, lập lại văn bản.
ledger-version = Tệp figures.json thuộc phiên bản “{ $found }”; chương trình này đọc phiên bản “{ $wanted }”.
    .hint = Lập lại văn bản bằng chương trình này, hoặc so sánh hai thư mục số liệu.
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
example-none = Mẫu này không có ví dụ (tệp vi-du.toml).
    .hint = Các mẫu có ví dụ: { $known }.
example-value = Ví dụ ghi “{ $value }” ở { $name }: không phải số hoặc ngày như mục ấy cần.
    .hint = Số viết liền, dấu chấm thập phân (1234.5); ngày viết 15/8/2025.
from-other-document = Số liệu năm trước thuộc mẫu “{ $found }”, có trang và cột khác với mẫu “{ $wanted }”.
    .hint = Chỉ một thư mục số liệu cùng loại văn bản sau --from, hoặc ghi “{ $found }” sau --document.
from-older = Số liệu năm trước được nhập theo một phiên bản khác của biểu nhập; đã chép những trang và cột còn giữ tên.
    .hint = Xem lại từng trang, nhất là các cột mới.
from-lacks = { $likeness ->
        [one] Số liệu cũ ghi “{ $near }”, được hiểu là “{ $name }”.
        [headings] Số liệu cũ ghi “{ $near }”, được hiểu là “{ $name }”.
       *[nothing] Số liệu cũ không có “{ $name }”; ở biểu nhập mới để trống.
    }
    .hint = { $likeness ->
        [one] Xem lại phần này trong biểu nhập mới.
        [headings] Xem lại phần này trong biểu nhập mới.
       *[nothing] Mẫu có thêm phần này, hoặc tên ghi khác; nếu số liệu cũ có dưới tên khác thì chép sang.
    }
from-column-new = Cột “{ $heading }” của trang “{ $sheet }” là cột mới, tệp năm trước chưa có; ở biểu nhập mới để trống.
    .hint = Nhập cột này; đầu cột có ghi chú.
from-column-gone = Mẫu văn bản không còn dùng cột “{ $heading }”; không chép sang biểu nhập mới.
    .hint = Nếu vẫn cần cột này, khai lại trong document.toml rồi lập biểu nhập.
from-column-renamed = “{ $was }” nay ghi là “{ $heading }”; đã chép theo mã của cột.
column-carried = Cột “{ $heading }”: đã chép số của chính cột ấy trong tệp năm trước.

# Ban hành
issued-unchanged = Không có thay đổi so với bản đã ban hành lần { $number } ({ $symbol }).
issued-changed = { $folder }: so với bản đã ban hành lần { $number } ({ $symbol }) có { $figures } số liệu, { $particulars } thông tin khác và { $sentences } câu thay đổi.
issued-more = … và { $count } thay đổi khác
issued-details = Xem đầy đủ: vanban diff { $old } { $new }
issued-incomparable = Không so sánh được với bản đã ban hành lần { $number } ({ $folder }): bản ghi do phiên bản khác của chương trình lập.
issued-revision = Tệp { $kept } đã ban hành hoặc đã ký nên được giữ nguyên; bản mới là bản sửa đổi { $number }, ghi thành { $name }.
issued-signed-kept = Tệp { $name } đã có chữ ký, nội dung không đổi nên được giữ nguyên.
issued-recorded = Đã ghi nhận ban hành lần { $number }: { $symbol }, vào:
issued-replacing = Đã ghi nhận ban hành lần { $number }: { $symbol }, { $way ->
        [correction] đính chính
       *[replacement] thay thế
    } bản ban hành lần { $old }, vào:
issued-replaced = Bản ban hành lần { $number } ({ $symbol }) đã được { $way ->
        [correction] đính chính
       *[replacement] thay thế
    } bằng bản ban hành lần { $by }.
issued-signed-added = Đã lưu thêm bản đã ký { $name } vào bản ghi ấy.
issued-again = Số, ký hiệu { $symbol } đã được ghi nhận ban hành lần { $number } với nội dung khác{ $what ->
        [content] : { $figures } số liệu, { $particulars } thông tin khác và { $sentences } câu không giống nhau
        [looks] {""} (số liệu và lời văn như nhau, cách trình bày khác)
       *[unknown] {""}
    }. Chưa ghi gì.
    .hint = Văn bản mới thì lấy số mới. Nếu bản này đính chính hoặc thay thế bản đã ban hành, chạy lại với --replaces dinh-chinh hoặc --replaces thay-the.
issued-nothing = Chưa ghi nhận ban hành lần nào nên không có bản nào để đính chính hay thay thế.
    .hint = Bỏ --replaces; nếu văn bản đã từng ban hành, khôi phục thư mục da-ban-hanh từ bản sao lưu.
issued-altered = Tệp này không còn đúng như khi ban hành lần { $number } ({ $symbol }): đã bị sửa, xóa hoặc thêm vào sau đó. Không thể dựa vào nó để đối chiếu.
    .hint = Khôi phục thư mục bản ghi từ bản sao lưu; không sửa, xóa hay thêm tệp trong da-ban-hanh.
appendices-gone = Văn bản không còn phụ lục nên tệp { $name } do lần lập trước để lại đã được bỏ đi.
issued-already = Bản này đã được ghi nhận ban hành lần { $number } ({ $symbol }); không ghi thêm gì.
issued-draft = Chưa ghi nhận ban hành: còn thiếu { $lacking ->
        [number] số
        [date] ngày ban hành
       *[both] số và ngày ban hành
    } của văn bản.
    .hint = Nhập vào trang “{ $sheet }”, ô { $wanted }, lưu tệp rồi chạy lại lệnh issue.
issued-broken = Không đọc được bản ghi ban hành ({ system-why }). Vì không biết những tệp nào đã ban hành nên chương trình không ghi gì.
    .hint = Khôi phục thư mục này từ bản sao lưu; không sửa hay xóa tệp trong da-ban-hanh.

# Bản so sánh thay đổi
marked-issue = bản đã ban hành lần { $number } ({ $symbol })
marked-old-pages = { $pages } (bản cũ)
marked-none = Không có thay đổi so với { $base }, nên không lập bản so sánh thay đổi.
marked-too-many = Có { $count } chỗ khác với { $base }, nhiều hơn { $most }, nên không lập bản so sánh thay đổi; xem bảng thay đổi bằng lệnh vanban diff.
marked-written = {"  "}đã ghi        bản so sánh thay đổi, không phải văn bản ban hành:
marked-no-base = Chưa có bản nào để so sánh: văn bản này chưa được ghi nhận ban hành lần nào.
    .hint = Ghi bản cũ sau --against, là thư mục số liệu cũ hoặc figures.json của bản đã lập; hoặc bỏ --mark-changes.
marked-against = Không đọc được bản cũ ghi sau --against:
    .hint = Bản cũ phải là thư mục số liệu đọc được, figures.json, hoặc thư mục kết quả có tệp ấy.
marked-many = Lập nhiều văn bản một lúc mà trong thư mục ghi sau --against không có thư mục “{ $name }”, nên không biết so sánh văn bản này với bản nào.
    .hint = Ghi sau --against thư mục chứa các thư mục cùng tên với thư mục số liệu (ví dụ thư mục kết quả cũ), hoặc lập riêng từng văn bản.
marked-no-library = Thiếu tệp mẫu của bản so sánh thay đổi.
    .hint = Chép tệp này từ bộ mẫu của chương trình vào thư mục mẫu.
marked-pages-differ = Trong bản so sánh, có chỗ không cùng trang với văn bản; số trang ghi trong danh mục là của văn bản.
verify-marked-copy = { $file }: là bản so sánh thay đổi, không phải văn bản; không đối chiếu.

# Đối chiếu
verify-same = { $file }: giống hệt văn bản lập từ số liệu.
verify-agrees = { $file }: không giống hệt tệp gốc (đã ký hoặc lưu lại), nhưng nội dung khớp với số liệu; đã đọc lại và đối chiếu { $figures } chỗ ghi số liệu cùng toàn bộ chữ còn lại.
verify-differs = { $file }: có { $count } chỗ khác với số liệu:
verify-record = Đối chiếu với bản ban hành lần { $number } ({ $symbol }), theo số liệu và mẫu lưu trong bản ghi.
verify-record-today = Đối chiếu với bản ban hành lần { $number } ({ $symbol }). Bản ghi này do phiên bản cũ của chương trình lập, không lưu mẫu, nên đối chiếu theo mẫu hiện có; chỗ khác có thể do mẫu đã sửa.
verify-record-fonts = Phông chữ hiện có không phải phông chữ khi ban hành; trang có thể ngắt khác.
verify-as-issued = {"    "}Tệp này giống hệt bản đã ban hành lần { $number } ({ $symbol }).
verify-other-kind = { $file }: không phải tệp PDF, cũng không phải tệp .xlsx; không đối chiếu được.
verify-broken = { $file }: tệp PDF bị hỏng hoặc không đầy đủ; không đọc được.
verify-locked = { $file }: tệp PDF đặt mật khẩu; không đọc được.
verify-too-large = { $file }: tệp PDF quá lớn; không đọc được.
verify-no-text = { $file }: tệp PDF không có chữ, có lẽ là bản quét; chương trình không đọc được hình ảnh.
verify-bad-workbook = { $file }: không đọc được tệp Excel này.
verify-failed = { $folder }: không đối chiếu được vì không lập lại được văn bản.
verify-foreign = - Đây không phải văn bản lập từ số liệu này: chỉ { $share }% số chữ giống nhau.
verify-foreign-workbook = - Đây không phải tệp phụ lục của văn bản: không có trang tính nào cùng tên.
verify-figure =
    - { $name }: số liệu là { $ours }, tệp ghi { $theirs }
    {"    "}trang { $pages }; ô số liệu: { $cells }
verify-figure-gone =
    - { $name }: số liệu là { $ours }, tệp không còn ghi
    {"    "}trang { $pages }; ô số liệu: { $cells }
verify-text = - trang { $page }, sau “{ $after }”: đúng ra là “{ $ours }”, tệp ghi “{ $theirs }”
verify-text-added = - trang { $page }, sau “{ $after }”: tệp ghi thêm “{ $theirs }”
verify-text-gone = - trang { $page }, sau “{ $after }”: tệp thiếu “{ $ours }”
verify-pages = - số trang: đúng ra là { $ours }, tệp có { $theirs }
verify-drawings = - trang { $page }: có thêm { $count } hình hoặc nét vẽ, có thể che chữ; cần mở tệp kiểm tra trực tiếp
verify-unknown = - trang { $page }: có { $count } ký tự không đọc được
verify-covered = - trang { $page }: lớp { $kind } đặt thêm che lên chữ “{ $text }”; cần mở tệp kiểm tra trực tiếp
verify-layer = {"    "}Ghi chú: trang { $page } có lớp { $kind } đặt thêm ở chỗ trống, không đối chiếu.
verify-signed = {"    "}Ghi chú: tệp có chữ ký số.
verify-attached-same = {"    "}Ghi chú: tệp đính kèm { $name } giống hệt phụ lục lập từ số liệu.
verify-attached-agrees = {"    "}Ghi chú: tệp đính kèm { $name } không giống hệt tệp gốc (đã ký hoặc lưu lại), nhưng nội dung khớp với số liệu ({ $figures } con số).
verify-attached-differs = - tệp đính kèm { $name } có { $count } chỗ khác với số liệu:
verify-attached-foreign = - tệp đính kèm { $name } không phải tệp phụ lục của văn bản
verify-attached-unreadable = - không đọc được tệp đính kèm { $name }
verify-cell = - { $sheet } › { $cell }{ $has-name ->
        [yes] {" "}({ $name })
       *[no] {""}
    }: số liệu là { $ours }, tệp ghi { $theirs }{ $has-input ->
        [yes] ; ô số liệu: { $input }
       *[no] {""}
    }
verify-cell-gone = - { $sheet } › { $cell }{ $has-name ->
        [yes] {" "}({ $name })
       *[no] {""}
    }: số liệu là { $ours }, tệp để trống{ $has-input ->
        [yes] ; ô số liệu: { $input }
       *[no] {""}
    }
verify-cell-added = - { $sheet } › { $cell }: tệp ghi thêm { $theirs }
verify-formula = - { $sheet } › { $cell }: công thức đúng ra là { $ours }, tệp ghi { $theirs }
verify-formula-gone = - { $sheet } › { $cell }: công thức { $ours } bị thay bằng giá trị { $theirs }
verify-sheet-gone = - thiếu trang “{ $sheet }”
verify-sheet-added = - thêm trang “{ $sheet }”, không có trong văn bản
verify-sheet-hidden = - trang “{ $sheet }” bị ẩn
verify-more = … và { $count } chỗ khác nữa

# Chữ ký của ai; các thông báo về ô chữ ký dẫn tới đây
field-whose = { $field ->
        [ChuKyLanhDao] của người có thẩm quyền
        [DauCoQuan] của cơ quan
       *[other] “{ $field }”
    }

# Vì sao hệ thống không làm được; các thông báo về tệp dẫn tới đây
system-why = { $why ->
        [not-found] không có tệp hoặc thư mục tên ấy
        [permission] không có quyền
        [not-a-folder] đây là một tệp, không phải thư mục
        [is-a-folder] đây là một thư mục, không phải tệp
        [exists] đã có tệp hoặc thư mục tên ấy
        [not-empty] thư mục không trống
        [disk-full] đĩa đã đầy
        [quota] đã dùng hết phần đĩa được cấp
        [too-large] tệp lớn hơn mức đĩa cho phép
        [read-only] đĩa chỉ đọc được, không ghi được
        [bad-name] tên quá dài hoặc có ký tự không dùng được trong tên
        [busy] đang có chương trình khác dùng
        [not-text] nội dung không phải văn bản UTF-8
        [no-record] nội dung đã bị sửa hoặc bị hỏng
        [cut-short] nội dung bị cắt ngang
        [nobody-reads] chương trình nhận kết quả đã kết thúc
        [memory] máy đã hết bộ nhớ
        [other-disk] nằm trên một đĩa khác
        [links] liên kết dẫn vòng tròn hoặc quá nhiều liên kết
        [unsupported] đĩa hoặc hệ thống này không hỗ trợ
        [timed-out] quá thời gian chờ
        [refused] kết nối bị từ chối hoặc bị ngắt
        [no-network] không kết nối được mạng hoặc máy ở đầu bên kia
        [connection-lost] mất kết nối tới ổ đĩa mạng
        [damaged] đĩa không đọc hoặc ghi được, có thể đã hỏng
        [too-many] đang mở quá nhiều tệp
        [no-device] ổ đĩa chưa sẵn sàng
        [unsaid] hệ thống không cho biết lý do
       *[other] hệ thống báo lỗi số { $number }
    }

# Tệp và thư mục
folder-unreadable = Không đọc được thư mục ({ system-why }).
    .hint = Kiểm tra tên thư mục, hoặc chạy vanban từ thư mục chứa inputs/ và templates/.
file-unreadable = Không đọc được tệp ({ system-why }).
    .hint = Kiểm tra xem tệp có còn đó, có đang bị chương trình khác khóa hoặc thiếu quyền đọc không.
text-not-utf8 = Tệp chưa được lưu ở dạng UTF-8{ $is-utf16 ->
        [yes] {" "}mà ở dạng Unicode (UTF-16)
       *[no] : dòng này có ký tự của bảng mã khác
    }.
    .hint = Mở tệp bằng Notepad, chọn Lưu thành (Save As), ở ô Mã hóa (Encoding) chọn UTF-8.
inputs-unknown = Không có thư mục này.{ $has-known ->
        [yes] {" "}Các thư mục số liệu hiện có: { $known }.
       *[no] {" "}Ở đây cũng chưa có thư mục số liệu nào.
    }
    .hint = { $has-near ->
        [yes] Có phải ý bạn là { $near }?
       *[no] Kiểm tra tên thư mục, hoặc chạy vanban từ thư mục chứa inputs/ và templates/.
    }
workbook-open = Tệp Excel đang mở trong Excel hoặc chương trình khác ({ $files }). Nội dung chưa lưu không được đọc.
    .hint = Lưu tệp Excel (Ctrl+S) trước khi lập văn bản.
file-unwritable = Không ghi được ({ system-why }). Kết quả đã có trước đó được giữ nguyên.
    .hint = Kiểm tra quyền ghi vào thư mục kết quả, dung lượng đĩa còn trống, và đóng tệp nếu đang mở trong Excel hoặc trình xem PDF.
stdout-unwritable = Không ghi được đầy đủ kết quả ra nơi đã chỉ định ({ system-why }), phần đã ghi có thể còn thiếu. Các tệp văn bản đã lập không bị ảnh hưởng.
    .hint = Kiểm tra dung lượng đĩa còn trống ở nơi nhận kết quả (sau dấu “>” hoặc “|” trong câu lệnh), rồi chạy lại lệnh.
inputs-empty = Không có thư mục số liệu nào.
    .hint = Đặt mỗi văn bản vào một thư mục riêng trong inputs/, hoặc ghi tên thư mục sau lệnh build.
folder-without-workbook = Thư mục không có bảng tính nào.
    .hint = Đặt ít nhất một tệp .xlsx vào thư mục này.
font-missing = Không tìm thấy phông chữ Times New Roman hay Liberation Serif.
    .hint = Khôi phục thư mục templates/fonts/ đi kèm chương trình, hoặc chỉ nơi có phông bằng --font-path.
font-faces = Phông chữ { $family } thiếu kiểu chữ: { $faces }.{ $has-damaged ->
        [yes] {" "}Tệp phông bị hỏng: { $damaged }.
       *[no] { "" }
    }
    .hint = Khôi phục thư mục templates/fonts/ đi kèm chương trình, hoặc bổ sung tệp phông còn thiếu vào nơi ghi ở --font-path.
font-lacks-glyph = Ký tự “{ $char }” ({ $code }) không có trong phông chữ { $font }.
    .hint = Thay ký tự ấy trong số liệu hoặc trong lời văn; ký tự hiếm và biểu tượng cảm xúc không dùng được trong văn bản.

# Bảng tính
workbook-too-large = Tệp quá lớn ({ $size }); giới hạn là 32 MiB.
    .hint = Xóa hình ảnh và các trang không dùng rồi lưu lại.
workbook-not-xlsx = Tệp không phải là tệp Excel .xlsx: { $kind ->
        [xls] đây là tệp Excel 97–2003 (.xls)
        [xlsb] đây là tệp Excel nhị phân (.xlsb)
        [ods] đây là bảng tính OpenDocument (.ods)
        [docx] đây là văn bản Word
        [pdf] đây là tệp PDF
        [html] đây là trang HTML đổi tên
        [xml] đây là tệp XML
        [csv] đây là tệp chữ phân cách (.csv)
        [zip] đây là tệp nén không chứa bảng tính
        [empty] tệp rỗng
       *[unknown] không nhận ra nội dung
    }.
    .hint = { $kind ->
        [docx] Chép bảng sang Excel rồi chọn Tệp → Lưu thành (File → Save As), kiểu tệp Excel (.xlsx).
        [pdf] Nhập số liệu vào Excel rồi chọn Tệp → Lưu thành (File → Save As), kiểu tệp Excel (.xlsx).
        [csv] Mở bằng Excel (Dữ liệu → Từ văn bản/CSV (Data → From Text/CSV)), kiểm tra các cột số, rồi chọn Tệp → Lưu thành (File → Save As), kiểu tệp Excel (.xlsx).
        [empty] Chép lại tệp gốc; có thể việc sao chép hay tải về bị dở dang.
        [zip] Xem có chép nhầm tệp không; chỉ để tệp Excel (.xlsx) trong thư mục số liệu.
        [unknown] Xem có chép nhầm tệp không; nếu Excel mở được thì chọn Tệp → Lưu thành (File → Save As), kiểu tệp Excel (.xlsx).
       *[other] Mở bằng Excel rồi chọn Tệp → Lưu thành (File → Save As), kiểu tệp Excel (.xlsx).
    }
workbook-broken = Tệp .xlsx bị hỏng, không đọc được: { $broken ->
        [zip] tệp bị cắt ngang hoặc không phải tệp nén
        [overlap] các phần trong tệp chồng lên nhau
        [twice] có hai phần trùng tên
        [unpack] có phần không giải nén được
       *[sheets] các phần trong tệp không khớp với nhau
    }.
    .hint = Mở bằng Excel để sửa chữa, rồi lưu lại thành tệp mới.
workbook-bomb = Tệp vượt giới hạn an toàn khi giải nén (phần { $part }: { $size }).
    .hint = Mở bằng Excel, chép số liệu sang một tệp Excel mới rồi lưu lại.
workbook-doctype = Tệp có khai báo DOCTYPE, không được phép có trong bảng tính (phần { $part }).
    .hint = Mở bằng Excel rồi lưu lại thành tệp .xlsx mới.
workbook-stray-cell = Trang “{ $sheet }” có ô lạc ở { $cell }, rất xa bảng số liệu ({ $filled } ô có dữ liệu).
    .hint = Xóa các hàng và cột thừa (Ctrl+End cho biết ô cuối) rồi lưu lại.
workbook-absurd = Tệp có chỗ mà không phần mềm bảng tính nào ghi ra (phần { $part }).
    .hint = Mở bằng Excel rồi lưu lại thành tệp .xlsx mới.
workbook-unwritable = Không lập được tệp Excel của phụ lục.
    .hint = Xem phần appendix trong document.toml: tên trang tính phải khác nhau, dài không quá 31 ký tự.
schema-missing = Bảng tính không cho biết được lập theo biểu nhập nào.
    .hint = Tệp do vanban lập thì có ghi; nếu tệp này tự làm hoặc đã chép sang tệp mới thì đối chiếu các trang và cột với biểu nhập của mẫu “{ $document }” (lệnh vanban new).
schema-other = Bảng tính được lập theo biểu nhập { $found }, nhưng mẫu “{ $document }” cần biểu nhập { $wanted }.
    .hint = Lập biểu nhập mới bằng “vanban new THƯ-MỤC-MỚI --from THƯ-MỤC-NÀY”, rồi chép số liệu sang; hoặc sửa lại mục ghi tên mẫu.
scaffold-unwritable = Không lập được biểu nhập số liệu.
    .hint = Xem tên các trang tính trong document.toml: phải khác nhau, dài không quá 31 ký tự.
sheet-too-large = Trang “{ $sheet }” có quá nhiều ô; giới hạn là { $limit } ô.
    .hint = Xóa các hàng và cột thừa.
sheet-missing = { $likeness ->
        [one] Trang “{ $near }” có lẽ là trang “{ $sheet }” đã bị đổi tên; biểu mẫu cần trang tên “{ $sheet }”.
        [headings] Trang “{ $near }” có các tiêu đề của trang “{ $sheet }”; biểu mẫu cần trang tên “{ $sheet }”.
       *[nothing] Không có trang tính “{ $sheet }”. Các trang có: { $found }.
    }
    .hint = { $likeness ->
        [one] Đổi tên trang “{ $near }” lại thành “{ $sheet }”.
        [headings] Đổi tên trang “{ $near }” lại thành “{ $sheet }”.
        [several] Nếu một trong các trang “{ $near }” chính là trang này thì đổi tên lại thành “{ $sheet }”; nếu không thì thêm trang “{ $sheet }”.
       *[nothing] Thêm trang “{ $sheet }” vào một trong các tệp số liệu.
    }
sheet-twice = Có hai trang cùng tên “{ $sheet }”; trang kia ở { $other }.
    .hint = Giữ lại một trang, xóa hoặc đổi tên trang còn lại.
column-missing = { $likeness ->
        [one] Tiêu đề ở ô { $cell } là “{ $near }”, có lẽ là cột “{ $heading }” đã bị sửa tên; biểu mẫu cần cột tên “{ $heading }”.
       *[nothing] Thiếu cột “{ $heading }” ở hàng tiêu đề { $row }. Các cột có: { $found }.
    }
    .hint = { $likeness ->
        [one] Sửa tiêu đề ở ô { $cell } lại thành “{ $heading }”.
        [several] Nếu cột “{ $near }” chính là cột này thì sửa tiêu đề lại thành “{ $heading }”; nếu không thì thêm cột “{ $heading }”.
       *[nothing] Thêm cột “{ $heading }”, ghi tiêu đề đúng từng chữ.
    }
column-twice = Cột “{ $heading }” xuất hiện hai lần, ở { $first } và { $second }.
    .hint = Giữ lại một cột, xóa hoặc đổi tiêu đề cột còn lại.
column-extra = Bỏ qua cột không dùng đến: { $columns }.
table-too-long = Bảng của trang “{ $sheet }” có quá { $limit } hàng.
    .hint = Chia bảng ra, hoặc xóa các hàng không phải số liệu.
findings-too-many = Có quá { $limit } lỗi và cảnh báo; phần còn lại của trang “{ $sheet }” chưa được đọc.
    .hint = Sửa các lỗi đã nêu rồi chạy lại.
table-empty = Trang “{ $sheet }” không có hàng số liệu nào.
    .hint = Nhập số liệu vào dưới hàng tiêu đề.
field-unknown = Không có mục nào tên là “{ $name }”.
    .hint = { $has-near ->
        [yes] Sửa tên mục ở ô { $cell } lại thành “{ $near }”.
       *[no] { $has-missing ->
            [yes] Nếu hàng này là một trong các mục còn thiếu (“{ $missing }”), sửa tên ở ô { $cell } theo đó; nếu không, xóa hàng.
           *[no] Mọi mục của mẫu đều đã có; xóa hàng này.
        }
    }
field-twice = Mục “{ $name }” được ghi hai lần; lần đầu ở { $first }.
    .hint = Giữ lại một hàng.
field-missing = Thiếu mục “{ $name }”.
    .hint = Thêm một hàng có tên mục ấy và nội dung của nó.
placeholder-unknown = Chỗ điền “{"{"}{ $name }{"}"}” không trùng với mục nào.
    .hint = Trong ngoặc nhọn phải là tên một mục của trang “{ $sheet }”, ví dụ {"{"}Năm kế hoạch{"}"}.
placeholder-quotes = Chỗ điền “{"{"}{ $name }{"}"}” { $is-self ->
        [yes] lại dẫn về chính mục này
       *[no] dẫn đến một mục cũng có chỗ điền
    }.
    .hint = { $is-self ->
        [yes] Viết hẳn nội dung ra, hoặc ghi tên một mục khác.
       *[no] Ghi tên mục chứa chính nội dung cần điền.
    }
placeholder-many = Ô có hơn { $most } chỗ điền.
    .hint = Viết hẳn nội dung ra, mỗi mục chỉ dẫn một lần.
placeholder-blank = Chỗ điền “{"{"}{ $name }{"}"}” dẫn đến một mục còn để trống.
    .hint = Nhập nội dung cho mục “{ $name }”, hoặc bỏ chỗ điền này.
row-twice = Hàng “{ $key }” được ghi hai lần; lần đầu ở { $first }{ $same ->
        [no] {" "}(viết là “{ $other }”)
       *[yes] {""}
    }.
    .hint = Giữ lại một hàng, hoặc sửa tên (mã) của hàng còn lại.
row-named-total = Hàng “{ $value }” trùng tên dùng để gọi dòng tổng của bảng, nên không rõ lời văn lấy số của hàng nào.
    .hint = Nếu là dòng tổng, ghi là “{ $label }”; nếu là hàng số liệu, đặt tên (mã) khác.
row-level = { $why ->
        [point] Số thứ tự “{ $key }” có dấu chấm thừa, nên không rõ hàng này ở bậc nào.
        [appended] Không rõ hàng “{ $key }” có nằm trong hàng “{ $others }” hay không.
        [orphan] Hàng “{ $key }” thuộc hàng “{ $others }”, nhưng bảng không có hàng “{ $others }” nên tổng sẽ thiếu hàng này.
       *[mixed] Các hàng đánh số theo nhiều kiểu ({ $others } và { $key }), nên không rõ hàng nào thuộc hàng nào; cộng cả vào tổng thì có số bị tính hai lần.
    }
    .hint = { $why ->
        [point] Bỏ dấu chấm thừa: bậc trên ghi 1, bậc dưới ghi 1.1.
        [appended] Hàng thuộc hàng khác thì ghi có dấu chấm ({ $others }.1); hàng riêng thì đánh số khác.
        [orphan] Thêm hàng “{ $others }”, hoặc đánh lại số của hàng này.
       *[mixed] Đánh số theo bậc, cách nhau bằng dấu chấm: I, I.1, I.2, II, II.1 hoặc 1, 1.1, 1.2, 2, 2.1. Muốn giữ cách đánh số này thì khai trong document.toml: outline = {"{"} by = "numbering", levels = ["I", "1"] {"}"}.
    }
row-unplaced = { $why ->
        [point] Số thứ tự “{ $value }” không phải mã có dấu chấm cho từng bậc (1, 1.1, 1.2) như bảng đã khai.
        [orphan] Đọc theo dấu chấm thì hàng “{ $value }” nằm dưới hàng “{ $others }”, nhưng đọc theo thứ tự thì phía trên nó không có hàng “{ $others }”.
        [style] Số thứ tự “{ $value }” không thuộc bậc nào đã khai cho bảng ({ $others }).
        [two-levels] Số thứ tự “{ $value }” đọc được theo hai cách: bậc đánh số như { $others }; không rõ hàng này ở bậc nào.
        [order] Số thứ tự “{ $value }” không nối tiếp các hàng ở trên, nên không rõ hàng này thuộc bậc nào; ở đây có thể là { $others }.
        [twice] Hai hàng cùng mang số thứ tự “{ $value }”.
        [ambiguous] Có nhiều hàng tên “{ $others }” ở phía trên, nên không rõ hàng này thuộc hàng nào.
        [blank] Hàng “{ $value }” chưa có số thứ tự, nên không rõ hàng này ở bậc nào.
        [jump] Hàng này ghi bậc { $value }, nhưng hàng ngay trên nó chỉ cho phép đến bậc { $others }.
        [level] Cột “{ $heading }” ghi “{ $value }”; bậc của hàng là một số từ 1 đến { $others }.
       *[parent] Không có hàng “{ $others }” ở phía trên để hàng này thuộc vào.
    }
    .hint = { $why ->
        [point] Ghi bậc trên là 1, bậc dưới là 1.1; hoặc sửa outline của bảng “{ $table }” trong document.toml.
        [orphan] Thêm hàng “{ $others }” ở trên, hoặc đánh lại số của hàng này.
        [style] Đánh lại số theo các bậc đã khai, hoặc khai thêm bậc ấy vào outline của bảng “{ $table }” trong document.toml.
        [two-levels] Đánh số lại để mỗi bậc một kiểu, hoặc khai các bậc khác đi trong outline của bảng “{ $table }”.
        [order] Sửa lại số thứ tự, hoặc thêm lại hàng bị thiếu ở trên.
        [twice] Đánh lại số của một trong hai hàng.
        [ambiguous] Ghi hàng trên kèm tên hàng trên nữa, cách nhau bằng dấu gạch chéo.
        [blank] Ghi số thứ tự của hàng.
        [jump] Sửa bậc của hàng này, hoặc thêm hàng của bậc còn thiếu ở trên.
        [level] Ghi 1 cho hàng bậc cao nhất, 2 cho hàng ngay dưới nó.
       *[parent] Ghi đúng tên hoặc mã của hàng trên, và đặt hàng ấy ở phía trên hàng này; hàng bậc cao nhất thì để trống.
    }
row-counted-twice = Hàng “{ $key }” là tổng của các hàng { $rows }, nhưng dòng “{ $label }” được khai là tổng của mọi hàng nên các số ấy bị tính hai lần.
    .hint = Bỏ hàng “{ $key }” hoặc các hàng chi tiết của nó; muốn giữ cả hai thì khai bậc của hàng trong document.toml: bảng “{ $table }” cần outline (cách đánh số các bậc) và quan hệ total có over = "top" hoặc "leaves".
row-after-total = Hàng “{ $value }” nằm dưới dòng tổng của trang “{ $sheet }”.
    .hint = Chuyển hàng này lên trên dòng tổng, hoặc xóa nó.
row-needed = { $why ->
        [numbering] Lời văn cần hàng “{ $key }” ({ $line }: “{ $words }”), nhưng các hàng của bảng này đánh số { $others }.
       *[row] Bảng không có hàng “{ $key }” mà lời văn cần đến ({ $line }: “{ $words }”).
    }
    .hint = { $why ->
        [numbering] Đánh lại số các hàng như trong biểu nhập của mẫu; mẫu đã đổi cách đánh số thì sửa lời văn.
       *[row] { $has-near ->
            [yes] Có phải là hàng “{ $near }”? Nếu đúng, sửa thành “{ $key }”; nếu không, thêm lại hàng bị thiếu.
           *[no] Thêm lại hàng bị thiếu; văn bản không cần hàng ấy nữa thì sửa lời văn của mẫu.
        }
    }
row-missing = Không có hàng “{ $key }” mà văn bản cần đến.
    .hint = { $has-near ->
        [yes] Có phải là hàng “{ $near }”? Nếu đúng, sửa thành “{ $key }”.
       *[no] Thêm hàng có mã ấy, hoặc sửa mã bị gõ nhầm.
    }
workbook-locked = Tệp đang đặt mật khẩu mở nên không đọc được.
    .hint = Mở bằng Excel, vào Tệp → Thông tin (File → Info) → Protect Workbook → Encrypt with Password, xóa mật khẩu rồi lưu lại.
workbook-macros = Tệp chứa macro; chương trình không chạy macro, chỉ đọc giá trị đã lưu.
    .hint = Nếu số liệu do macro tính ra, hãy chạy macro trong Excel và lưu trước khi lập văn bản.
workbook-1904 = Tệp tính ngày từ năm 1904 (Excel cho máy Mac); ngày đã được đổi theo.
    .hint = Kiểm tra lại các ngày trong văn bản.
workbook-twice = Tệp này giống hệt tệp { $other }.
    .hint = Giữ lại một tệp trong thư mục số liệu.
sheet-renamed = Trang này được dùng làm trang “{ $sheet }” dù tên viết khác.
sheet-hidden = Trang “{ $sheet }” đang ẩn{ $policy ->
        [read] ; số liệu trong đó vẫn được dùng
       *[refuse] {""}
    }.
    .hint = Bấm chuột phải vào tên trang bất kỳ → Bỏ ẩn (Unhide), xem lại số liệu rồi lưu.
sheet-uncalculated = Tệp do phần mềm ghi ra mà chưa tính công thức: { $count ->
        [1] ô công thức { $cells } bằng 0
       *[other] cả { $count } ô công thức ({ $cells }) đều bằng 0
    }.
    .hint = Mở tệp bằng Excel, chờ tính xong rồi Lưu.
sheet-recalculates = Tệp yêu cầu tính lại khi mở; chương trình dùng kết quả đã lưu của { $count } ô công thức ({ $cells }).
    .hint = Mở bằng Excel rồi Lưu để chắc chắn kết quả là mới; các tổng vẫn được kiểm tra.
heading-unit = Tiêu đề cột “{ $heading }” ghi đơn vị “{ $stated }”, nhưng biểu mẫu quy định đơn vị “{ $unit }”.
    .hint = Đổi số liệu về đơn vị “{ $unit }” rồi sửa tiêu đề.
heading-unit-missing = Không thấy ghi đơn vị của cột “{ $headings }”; biểu mẫu quy định đơn vị “{ $unit }”.
    .hint = Ghi đơn vị vào tiêu đề, ví dụ “{ $example }”, hoặc thêm dòng “Đơn vị tính: { $unit }” phía trên bảng.
unit-line = Dòng đơn vị tính ghi “{ $stated }”, nhưng biểu mẫu quy định đơn vị “{ $unit }”.
    .hint = Đổi số liệu về đơn vị “{ $unit }” rồi sửa dòng này.
unit-doubtful = { $part ->
        [column] Có phải cột “{ $heading }” nhập theo đơn vị { $typed }? Cột tính bằng { $unit }, mà
        [row] Có phải hàng “{ $row }” nhập theo đơn vị { $typed }? Bảng tính bằng { $unit }, mà
        [above] Có phải các hàng của trang “{ $sheet }”, trừ hàng tổng, nhập theo đơn vị { $typed }? Bảng tính bằng { $unit }, mà
        [cell] Có phải một ô của cột “{ $heading }” (hàng “{ $row }”) nhập theo đơn vị { $typed }? Cột tính bằng { $unit }, mà
       *[sheet] Có phải số liệu của trang “{ $sheet }” nhập theo đơn vị { $typed }? Bảng tính bằng { $unit }, mà
    } ô { $cell } sẽ được in là { $value } { $unit }.
    .hint = Nếu đúng là { $typed }: đổi về { $unit } ({ $smaller ->
        [yes] chia cho { $times }
       *[no] nhân với { $times }
    }, dùng Dán đặc biệt / Paste Special) rồi làm tròn. Nếu các số đã đúng đơn vị { $unit }: người lập mẫu ghi vào document.toml mục [[accepted]] với check = "unit-doubtful" và lý do.
row-subtotal = Hàng “{ $value }” là dòng cộng của các hàng { $rows }, khớp với số liệu; không phải là số liệu nên không in.
subtotal-mismatch = Hàng “{ $value }”, cột “{ $heading }”: ghi { $stated }, nhưng các hàng { $rows } cộng lại là { $expected } (lệch { $difference }).
    .hint = Sửa ô ghi sai, hoặc xóa dòng cộng này; chương trình tự kiểm tra tổng cuối bảng.
row-only-words = Hàng này chỉ có chữ “{ $value }” ở một ô, các ô khác của bảng còn trống.
    .hint = Nếu là hàng số liệu, nhập các ô còn trống; nếu là tiêu đề nhóm hay ghi chú, xóa hàng này.
rows-blank = Bỏ qua hàng trống (hàng { $rows }).
header-missing = Không tìm thấy hàng tiêu đề của bảng trong { $within } hàng đầu. Các cột cần có: { $wanted }.
    .hint = Thêm hàng tiêu đề ngay trên số liệu, ghi tên các cột đúng từng chữ.
workbooks-overlap = Tệp này và tệp { $other } cùng có các trang { $sheets }; không rõ lấy số liệu ở tệp nào.
    .hint = Giữ lại tệp đúng trong thư mục số liệu, chuyển tệp kia đi nơi khác.
row-repeats-headings = Bỏ qua hàng lặp lại tiêu đề bảng.
row-taken-as-total = Hàng “{ $value }” được hiểu là dòng tổng “{ $label }”.
row-like-total = { $declared ->
        [yes] Hàng “{ $value }” giống một dòng tổng, nhưng bảng đã có dòng tổng khác; dòng tổng phải ghi là “{ $label }”.
       *[no] Hàng “{ $value }” giống một dòng tổng, nhưng bảng này không có dòng tổng.
    }
    .hint = { $declared ->
        [yes] Xóa dòng cộng trung gian, hoặc ghi đúng nhãn của dòng tổng; tổng không phải là số liệu.
       *[no] Xóa hàng này; tổng không phải là số liệu.
    }
data-after-table = Còn dữ liệu nằm ngoài bảng, không được dùng: “{ $value }”.
    .hint = Nếu là số liệu, chuyển lên liền dưới bảng; nếu không, xóa đi cho khỏi nhầm.
total-missing = Bảng không có dòng tổng “{ $label }”.
    .hint = Thêm dòng “{ $label }” ở cuối bảng; các số của dòng ấy có thể để trống để chương trình tính.
choice-unknown = “{ $value }” không có trong danh mục.
    .hint = { $has-near ->
        [yes] Có phải là “{ $near }”? Danh mục gồm: { $choices }.
       *[no] Danh mục gồm: { $choices }.
    }
choice-respelt = “{ $value }” được in theo danh mục là “{ $choice }”.
choices-missing = Cột “{ $heading }” thiếu { $count } tên trong danh mục: { $missing }.
    .hint = Thêm hàng cho từng tên; không có số liệu thì ghi 0.
sequence-broken = Số thứ tự không liên tục: ghi “{ $value }”, đáng lẽ là { $expected }.
    .hint = Đánh lại số thứ tự, và xem có thiếu hay thừa hàng nào không.
percent-mixed = { $has-sign ->
        [yes] Ô thuộc cột “{ $heading }” định dạng phần trăm ({ $value }), trong khi các ô khác của cột là số thường.
       *[no] Ô thuộc cột “{ $heading }” ghi { $value } không có dấu %, trong khi các ô khác của cột định dạng phần trăm.
    }
    .hint = Cho cả cột cùng một định dạng: hoặc số thường không kèm dấu % (7,12), hoặc phần trăm (7,12%).
rows-hidden = Hàng { $rows } đang ẩn (có thể do bộ lọc) mà có số liệu{ $policy ->
        [skip] ; phần ẩn không được dùng
        [read] ; phần ẩn vẫn được dùng
       *[refuse] {""}
    }.
    .hint = Bỏ ẩn hoặc xóa bộ lọc (Dữ liệu → Xóa, tiếng Anh: Data → Clear), xem lại số liệu; hàng thừa thì xóa hẳn.
columns-hidden = Cột { $columns } đang ẩn mà có số liệu{ $policy ->
        [skip] ; phần ẩn không được dùng
        [read] ; phần ẩn vẫn được dùng
       *[refuse] {""}
    }.
    .hint = Bỏ ẩn cột, xem lại số liệu rồi lưu.

# Ô
cell-required = Ô thuộc cột “{ $heading }” còn trống.
    .hint = Nhập giá trị cho ô này.
cell-not-number = Ô thuộc cột “{ $heading }” phải là số, nhưng { $reason ->
        [code] “{ $value }” có số 0 ở đầu nên là mã, không phải số lượng
        [date] “{ $value }” là ngày
        [fraction] “{ $value }” là phân số
        [exponent] “{ $value }” viết theo kiểu lũy thừa
        [not-finite] “{ $value }” không phải là một số cụ thể
        [soft-hyphen] “{ $value }” có ký tự ẩn (gạch nối mềm)
        [malformed] các dấu trong “{ $value }” không thành một con số
        [too-long] “{ $value }” có quá nhiều chữ số
       *[words] đang là chữ “{ $value }”
    }.
    .hint = { $in-words ->
        [yes] Gõ bằng chữ số: { $reading }.
       *[no] Gõ lại thành số (không gõ dấu phân cách hàng nghìn, không gõ đơn vị); ô là số thì Excel căn về bên phải.
    }
cell-letter-for-digit = Ô thuộc cột “{ $heading }” ghi “{ $value }”: chữ “{ $letter }” gõ thay cho số { $digit }.
    .hint = Gõ lại bằng chữ số: { $reading }.
cell-rounded = Ô thuộc cột “{ $heading }” ghi { $stored } nhưng định dạng của ô chỉ hiện { $value }, nên không rõ in số nào.
    .hint = Cho ô hiện đủ chữ số thập phân (Trang đầu → Tăng số thập phân / Increase Decimal), hoặc gõ lại số đã làm tròn.
cell-date-not-number = Ô thuộc cột “{ $heading }” là ngày { $value } chứ không phải { $wanted ->
        [code] mã
       *[number] số
    }; có phải bạn đã gõ { $dotted } hoặc { $slashed } và Excel tự đổi thành ngày?
    .hint = { $wanted ->
        [code] Đặt định dạng ô là Văn bản rồi gõ lại mã.
       *[number] Đặt định dạng ô là Số rồi gõ lại với dấu thập phân của máy.
    }
cell-percent-not-number = Ô thuộc cột “{ $heading }” phải là số, nhưng đang định dạng phần trăm ({ $value }).
    .hint = Đặt định dạng ô là Số rồi gõ lại.
cell-hidden-decimals = Ô thuộc cột “{ $heading }” là { $stored }, trong khi cột chỉ nhận { $whole ->
        [yes] số nguyên
       *[no] đến { $decimals } chữ số thập phân
    }{ $hidden ->
        [yes] {" "}(ô chỉ hiện { $value })
       *[no] {""}
    }.
    .hint = Làm tròn hẳn giá trị trong ô (hàm ROUND); phần lẻ bị che có thể làm sai tổng.
cell-not-year = Ô thuộc cột “{ $heading }” phải là một năm, nhưng đang là “{ $value }”.
    .hint = Gõ năm gồm bốn chữ số, ví dụ 2025.
cell-not-date = Ô thuộc cột “{ $heading }” phải là ngày, nhưng đang là “{ $value }”.
    .hint = Đặt định dạng ô là Ngày rồi gõ theo thứ tự ngày/tháng/năm.
cell-not-text = Ô thuộc cột “{ $heading }” phải là chữ, nhưng đang là “{ $value }”.
    .hint = Đặt định dạng ô là Văn bản rồi gõ lại.
cell-boolean = Ô thuộc cột “{ $heading }” đang là giá trị đúng/sai ({ $value }).
    .hint = Gõ lại giá trị thật của ô.
cell-fault = Ô thuộc cột “{ $heading }” đang báo lỗi { $value }{ $has-formula ->
        [yes] ; công thức: { $formula }
       *[no] {""}
    }.
    .hint = Sửa công thức của ô, hoặc gõ thẳng giá trị.
cell-uncalculated = { $count } ô công thức chưa có kết quả: { $cells }.
    .hint = Mở tệp bằng Excel, chờ tính xong rồi Lưu.
cell-out-of-range = Ô thuộc cột “{ $heading }” có giá trị không dùng được: { $value }.
    .hint = Gõ lại giá trị của ô.
cell-computed = Ô trống thuộc cột “{ $heading }” được tính là { $value }.
text-encoding = Chữ gõ bằng bảng mã { $encoding } ở { $count } ô, ví dụ “{ $value }” → “{ $decoded }”{ $policy ->
        [convert] ; đã được chuyển sang Unicode
       *[refuse] {""}
    }.
    .hint = Chuyển cả tệp sang Unicode (công cụ chuyển mã của Unikey: Ctrl+Shift+F6) và đổi phông chữ sang Times New Roman.
text-lookalike = Chữ “{ $letter }” ở { $cells } giống chữ Đ nhưng không phải chữ tiếng Việt; đã được đổi thành “Đ”.
    .hint = Gõ lại chữ Đ bằng bộ gõ tiếng Việt.
text-damaged = Chữ bị lỗi phông, lỗi mã: “{ $value }”.
    .hint = Gõ lại nội dung ô này.
text-too-long = Chữ trong ô quá dài (hơn 32.767 ký tự): “{ $value }”.
    .hint = Rút gọn nội dung ô.
text-unbroken = Có { $count } ký tự viết liền, không có dấu cách, nên không dàn được trang: “{ $value }”.
    .hint = Thêm dấu cách giữa các từ hoặc rút gọn; viết liền nhiều nhất { $most } ký tự.
text-joined = Đã bỏ chỗ xuống dòng trong ô thuộc cột “{ $heading }”.
text-tidied = Đã bỏ dấu cách thừa, ký tự ẩn hoặc dựng lại dấu tiếng Việt ở { $count } ô: { $cells }.
cell-covered = Ô bị ô gộp { $range } che nhưng có nội dung “{ $value }”, không được dùng.
    .hint = Bỏ gộp ô (Trang đầu → Phối & Căn giữa, tiếng Anh: Home → Merge & Center) để xem nội dung bị che, rồi xóa hoặc chuyển chỗ.
cell-merged = Các ô { $range } bị gộp (“{ $value }”); mỗi ô số liệu cần giá trị riêng.
    .hint = Bỏ gộp ô rồi ghi giá trị cho từng ô.
cell-volatile = Công thức ở { $cells } cho giá trị thay đổi mỗi lần mở tệp (TODAY, OFFSET, INDIRECT…); dùng giá trị đã lưu.
    .hint = Thay công thức bằng giá trị (Dán đặc biệt → Giá trị, tiếng Anh: Paste Special → Values).
cell-linked = Số ở { $cells } lấy từ tệp khác ({ $other }); dùng giá trị đã lưu.
    .hint = Kiểm tra tệp kia có phải bản mới nhất, hoặc thay công thức bằng giá trị (Dán đặc biệt → Giá trị, tiếng Anh: Paste Special → Values).
cell-typed-over = Số { $value } gõ đè lên chỗ mà các ô trên và dưới là công thức.
    .hint = Kiểm tra lại: nếu gõ nhầm thì chép công thức của ô bên cạnh.
cell-scaled = Cột “{ $heading }”: định dạng của ô { $cells } chỉ hiện phần nghìn hoặc triệu (#,##0,); giá trị thật lớn hơn số đang thấy.
    .hint = Đổi định dạng ô thành #,##0 để thấy giá trị thật, rồi kiểm tra đơn vị tính.
cell-fault-unknown = Ô đang báo lỗi { $value }.
    .hint = Sửa công thức của ô, hoặc gõ thẳng giá trị, rồi lưu lại bằng Excel.
cell-text-lost = Nội dung chữ của ô này (mục số { $index }) không còn trong tệp.
    .hint = Tệp bị hỏng ở ô này: mở bằng Excel để sửa chữa, gõ lại ô rồi lưu thành tệp mới.
cell-number-lost = Ô chứa số ghi sai cách nên không đọc được.
    .hint = Tệp bị hỏng ở ô này: mở bằng Excel, gõ lại số rồi lưu thành tệp mới.
cell-number-as-text = Ô thuộc cột “{ $heading }” là chữ “{ $value }”, không phải số; có lẽ là số { $reading }.
    .hint = Gõ lại thành số, hoặc chọn cả cột rồi Dữ liệu → Văn bản thành Cột (Data → Text to Columns) → Hoàn tất (Finish).
cell-ambiguous = Ô thuộc cột “{ $heading }” là chữ “{ $value }”, không rõ là { $readings ->
        [two] { $first } hay { $second }
       *[one] { $first } hay số khác
    }.
    .hint = Gõ lại thành số; chương trình không đoán, vì sai một dấu là sai cả nghìn lần.
cell-american = Ô thuộc cột “{ $heading }” là chữ “{ $value }”, viết theo kiểu Mỹ; có lẽ là số { $reading }.
    .hint = Gõ lại thành số, không gõ dấu phân cách hàng nghìn.
cell-formula-as-text = Ô thuộc cột “{ $heading }” là chữ “{ $value }” chứ không phải công thức.
    .hint = Đổi định dạng ô từ Văn bản sang Chung, rồi bấm F2 và Enter để Excel tính.
cell-unit = { $has-unit ->
        [yes] Ô “{ $value }” ghi đơn vị “{ $stated }”, nhưng cột “{ $heading }” tính bằng “{ $unit }”.
       *[no] Ô “{ $value }” thuộc cột “{ $heading }” ghi kèm đơn vị “{ $stated }”, trong khi cột không có đơn vị.
    }
    .hint = Đổi về đơn vị của cột và chỉ gõ con số.
cell-mark = Ô thuộc cột “{ $heading }” chỉ có dấu “{ $value }”: không rõ là số 0 hay chưa có số liệu.
    .hint = Gõ 0, hoặc xóa trống ô.
cell-beyond = Ô thuộc cột “{ $heading }” là { $value }, { $side ->
        [below] nhỏ hơn mức thấp nhất là { $bound }
       *[above] lớn hơn mức cao nhất là { $bound }
    }.
    .hint = Kiểm tra lại con số.
cell-date-doubtful = Không rõ “{ $value }” là ngày nào.
    .hint = Gõ đủ ngày/tháng/năm, năm gồm bốn chữ số, ví dụ 05/03/2025.
cell-date-far = Ngày { $value } nằm ngoài các năm { $first }–{ $last }.
    .hint = Kiểm tra lại năm.
mark-as-figure = Cột “{ $heading }”: dấu “{ $mark }” ở { $count } ô được hiểu là { $meaning ->
        [zero] số 0
       *[blank] không có số liệu
    }: { $cells }.
text-as-number = Cột “{ $heading }”: { $count } ô gõ dạng chữ được hiểu theo cách viết Việt Nam: { $readings }.

more-cells = { $columns ->
        [1] Cùng cột có { $count } ô như vậy, đầu tiên là { $first }.
       *[other] Ở { $columns } cột có { $count } ô như vậy, đầu tiên là { $first }.
    }
more-notes = Có { $count } ghi chú như vậy, đầu tiên là { $first }.

# Quan hệ số liệu
figure-suspect = { $row }, cột “{ $heading }”: ghi { $stated }; nếu là { $instead } thì cả { $count } phép tính đang lệch dưới đây đều khớp.
    .hint = Xem lại ô này trước. Nếu ô này đúng thì sửa các ô kia; chưa khớp thì văn bản không được lập.
sum-mismatch = { $row }, cột “{ $heading }”: ghi { $stated }, nhưng { $is-single ->
        [yes] ô duy nhất được cộng vào đó ghi { $expected }
       *[no] { $arithmetic } = { $expected }
    } (lệch { $difference }).
    .hint = { $beyond ->
        [yes] { $slip ->
            [omitted] Tổng bớt đúng bằng ô { $suspect }: có thể chưa cộng ô này.{" "}
            [doubled] Tổng thừa đúng bằng ô { $suspect }: có thể đã cộng ô này hai lần.{" "}
            [swapped] Nếu ô { $suspect } là { $instead } thì khớp: có thể gõ đảo hai chữ số.{" "}
            [shifted] Nếu ô { $suspect } là { $instead } thì khớp: có thể gõ thừa hoặc thiếu chữ số 0.{" "}
           *[none] {""}
        }Sửa ô ghi sai trong các ô nêu trên; chưa khớp thì văn bản không được lập.
       *[no] Kiểm tra lại các ô nêu trên; sai lệch trong mức cho phép nên văn bản in số như đã ghi.
    }
percent-mismatch = { $row }, cột “{ $heading }”: ghi { $stated }, nhưng { $arithmetic } ≈ { $expected } (lệch { $difference }).
    .hint = { $beyond ->
        [yes] Sửa ô ghi sai trong các ô nêu trên; chưa khớp thì văn bản không được lập.
       *[no] Kiểm tra lại các ô nêu trên; sai lệch trong mức cho phép nên văn bản in số như đã ghi.
    }
ratio-undefined = { $row }, cột “{ $heading }”: { $is-stated ->
        [yes] ghi { $stated }, nhưng số chia ở ô { $cell } bằng 0 nên không có tỷ lệ
       *[no] để trống, vì số chia ở ô { $cell } bằng 0
    }.
    .hint = { $is-stated ->
        [yes] Xóa tỷ lệ này, hoặc sửa số chia.
       *[no] Nếu số chia ghi thiếu thì nhập lại.
    }
ratio-mismatch = { $row }, cột “{ $heading }”: ghi { $stated }, nhưng { $arithmetic } ≈ { $expected } (lệch { $difference }).
    .hint = { $beyond ->
        [yes] Sửa ô ghi sai trong các ô nêu trên; chưa khớp thì văn bản không được lập.
       *[no] Kiểm tra lại các ô nêu trên; sai lệch trong mức cho phép nên văn bản in số như đã ghi.
    }
difference-mismatch = { $row }, cột “{ $heading }”: ghi { $stated }, nhưng { $arithmetic } = { $expected } (lệch { $difference }).
    .hint = { $beyond ->
        [yes] Sửa ô ghi sai trong các ô nêu trên; chưa khớp thì văn bản không được lập.
       *[no] Kiểm tra lại các ô nêu trên; sai lệch trong mức cho phép nên văn bản in số như đã ghi.
    }
extreme-mismatch = { $row }, cột “{ $heading }”: ghi { $stated }, nhưng { $extreme ->
        [minimum] số nhỏ nhất
       *[maximum] số lớn nhất
    } của { $arithmetic } là { $expected } (lệch { $difference }).
    .hint = { $beyond ->
        [yes] Sửa ô ghi sai trong các ô nêu trên; chưa khớp thì văn bản không được lập.
       *[no] Kiểm tra lại các ô nêu trên; sai lệch trong mức cho phép nên văn bản in số như đã ghi.
    }
equal-mismatch = { $row }, cột “{ $heading }”: ghi { $stated }, nhưng ô tương ứng ghi { $expected } (lệch { $difference }).
    .hint = Hai ô này phải bằng nhau: sửa { $here } thành { $expected }, hoặc xem lại { $there }{ $thousandfold ->
        [yes] ; hai số lệch đúng { $times } lần, xem hai trang có cùng đơn vị tính không
       *[no] {""}
    }.

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
template-unknown-name = { $named ->
        [field] Không có mục “{ $name }” trong thông tin văn bản.
        [derived] Không có số liệu suy ra “{ $name }”.
        [row] Bảng không có hàng “{ $name }”.
        [column] Bảng không có cột “{ $name }”.
        [part] Số liệu này không có phần “{ $name }”.
        [of-loop] Không có “loop.{ $name }”.
        [filter] Không có bộ lọc “{ $name }”.
        [option] Bộ lọc này không nhận “{ $name }”.
        [test] Không có phép thử “is { $name }”.
        [statement] Không có lệnh “{ $name }”.
        [macro] Tệp ấy không có macro “{ $name }”.
        [file] Không có tệp mẫu “{ $name }”.
       *[name] Không có tên “{ $name }”.
    }
    .hint = { $is-column ->
        [yes] “{ $name }” là tên một cột; trước cột phải ghi hàng: bảng["hàng"].{ $name } hoặc bảng.total.{ $name }.
       *[no] { $has-near ->
            [yes] Có phải là “{ $near }”?{ $has-known ->
                [yes] { " " }Dùng được: { $known }.
               *[no] { "" }
            }
           *[no] { $has-known ->
                [yes] Dùng được: { $known }.
               *[no] Bỏ phần này.
            }
        }
    }
template-syntax = { $syntax ->
        [unclosed] Thiếu dấu đóng “{ $close }”: “{ $found }”.
        [unclosed-comment] Ghi chú mở bằng “{ "{" }#” mà không có “#{ "}" }”.
        [stray-close] Dấu “{ $found }” không đóng gì cả.
        [escape] Dấu \ đứng ngay trước ngoặc của mẫu: “{ $found }”.
        [split-braces] Hai dấu ngoặc nhọn bị tách rời: “{ $found }”.
        [single-brace] Một dấu ngoặc nhọn đứng lẻ: “{ $found }”.
        [footnote] “{ $found }” không thành cước chú.
        [empty] Giữa hai cặp ngoặc không có gì.
        [unclosed-text] Thiếu dấu ngoặc kép đóng: { $found }.
        [curly-quotes] Dấu ngoặc kép cong không dùng được trong ngoặc nhọn: { $found }.
        [decimal-comma] Số lẻ trong ngoặc nhọn viết bằng dấu phẩy: “{ $found }”.
        [thousands-point] “{ $found }”: trong câu văn, dấu chấm ngăn hàng nghìn, trong ngoặc nhọn lại là dấu lẻ.
        [named-value] Macro nhận giá trị theo thứ tự, không theo tên.
        [kept-blanks] Lệnh không nhận dấu “+” sát ngoặc.
        [row-name] Tên có chữ số đứng đầu hoặc có dấu gạch nối không viết sau dấu chấm được: “{ $found }”.
        [single-equals] So sánh viết bằng hai dấu bằng, không phải một.
        [foreign-sign] Ngôn ngữ mẫu không có ký hiệu “{ $found }”.
        [chain] Hai phép so sánh viết liền nhau.
        [arithmetic] Mẫu không tính toán: “{ $found }”.
        [unexpected-end] Biểu thức còn thiếu ở cuối.
        [statement-printed] “{ $found }” là lệnh, không đứng ở đây được.
        [unended] “{ $found }” không có lệnh kết thúc.
        [stray-end] “{ $found }” không kết thúc hay nối tiếp lệnh nào đang mở.
        [after-else] “{ $found }” đứng sau “else”.
        [too-long] Chỗ này quá dài, quá nhiều nhánh hoặc lồng quá sâu.
       *[unexpected] Không hiểu được chỗ này: “{ $found }”.
    }
    .hint = { $syntax ->
        [unclosed] Thêm { $close } ở cuối.
        [unclosed-comment] Thêm #{ "}" } ở cuối ghi chú.
        [stray-close] Xóa dấu thừa, hoặc thêm dấu mở; muốn in đúng dấu ấy thì đặt \ trước nó.
        [escape] Bỏ dấu \. Muốn in chính dấu ấy thì viết \\.
        [split-braces] Viết liền hai dấu: { "{{" } doc.year { "}}" }.
        [single-brace] Số liệu nằm giữa hai cặp ngoặc: { "{{" } doc.year { "}}" }; muốn in dấu ngoặc thì viết \{ "{" }.
        [footnote] Văn bản hành chính không dùng cước chú ở đây; đưa lời ấy vào câu, trong ngoặc đơn.
        [empty] Ghi tên số liệu vào giữa, hoặc xóa cả hai cặp ngoặc.
        [unclosed-text] Thêm dấu " ở cuối chữ.
        [curly-quotes] Gõ dấu ngoặc kép thẳng: ".
        [decimal-comma] Viết bằng dấu chấm: 20.5; trong một danh sách thì để dấu cách sau dấu phẩy.
        [thousands-point] { $is-thousands ->
            [yes] Viết liền các chữ số: { $whole }.
           *[no] Nếu là số nguyên thì viết liền các chữ số: { $whole }; nếu là số lẻ thì thêm số 0 ở cuối: { $found }0.
        }
        [named-value] Khai báo: macro tên(a, b); gọi: tên(giá trị, giá trị), không ghi dấu bằng.
        [kept-blanks] Bỏ dấu +.
        [row-name] Viết trong ngoặc vuông: budget["2.1"].total, indicators["nha-o"].plan.
        [single-equals] Viết ==.
        [foreign-sign] Dùng and, or, not, ==, !=, <, <=, >, >=, in.
        [chain] Viết hai phép riêng, nối bằng and: a > 1 and a < 5.
        [arithmetic] Con số nào cần in thì nhập vào bảng tính hoặc khai báo trong document.toml (cột tổng, dòng tổng) để chương trình tính và kiểm tra.
        [unexpected-end] Viết nốt biểu thức.
        [statement-printed] Viết lệnh trong { "{%" } … { "%}" }.
        [unended] Thêm lệnh kết thúc tương ứng: endif, endfor hoặc endmacro.
        [stray-end] Kiểm tra các cặp if … endif, for … endfor, macro … endmacro.
        [after-else] Chỉ một else, đứng sau cùng.
        [too-long] Chia nhỏ ra, hoặc đưa việc lựa chọn vào một cột của bảng tính.
       *[unexpected] Sửa hoặc xóa chỗ có dấu ^.
    }
template-scope = { $scope ->
        [taken] Tên “{ $name }” đã dùng cho số liệu hoặc cho ngôn ngữ mẫu.
        [letters] Tên “{ $name }” có chữ không dùng được.
        [set-in-loop] “{ $name }” được đặt lại trong vòng lặp; ra khỏi vòng lặp thì giá trị ấy mất.
        [arguments] Macro “{ $name }” cần { $wanted } giá trị, ở đây ghi { $given }.
        [macro-inside] Lệnh macro hoặc from nằm trong một lệnh khác.
        [lost] Chữ này nằm ngoài các macro của một tệp chỉ để lấy macro, nên không bao giờ được in: “{ $name }”.
        [circle] Các tệp mẫu gọi nhau thành vòng: “{ $name }”.
        [loop-outside] “loop” chỉ có ở bên trong một vòng lặp for, không có ở ngoài và không có trong phần if của chính lệnh for.
        [unset] Ở đây “{ $name }” chưa được đặt giá trị.
       *[no-macro] “{ $name }” không dùng như thế này được.
    }
    .hint = { $scope ->
        [taken] Đặt tên khác.
        [letters] Tên trong mẫu chỉ gồm chữ không dấu, chữ số và dấu _.
        [set-in-loop] Đặt trước vòng lặp, hoặc lọc hàng ngay trong lệnh for: for row in bảng if ….
        [arguments] Ghi đủ và đúng số giá trị trong ngoặc đơn.
        [macro-inside] Đưa lệnh ấy ra ngoài, ở đầu tệp.
        [lost] Đưa vào một macro, hoặc lấy cả tệp bằng include.
        [circle] Bỏ một trong các lệnh include, from ấy.
        [loop-outside] Đưa chỗ này vào giữa for và endfor; muốn chọn hàng theo thứ tự thì dùng if bên trong vòng lặp.
        [unset] Đặt giá trị ở mọi nhánh trước chỗ này.
       *[no-macro] Macro gọi kèm ngoặc đơn: tên(giá trị); thứ khác thì không có ngoặc đơn.
    }
template-comparison = Không so sánh được “{ $left }” ({ $left-is ->
        [percent] tỷ lệ phần trăm
        [year] năm
        [figure] số liệu
        [number] số gõ trong mẫu
        [words] chữ gõ trong mẫu
        [code] mã
        [date] ngày
        [mixed] chữ kèm số trong bảng tính
       *[text] chữ trong bảng tính
    }) với “{ $right }” ({ $right-is ->
        [percent] tỷ lệ phần trăm
        [year] năm
        [figure] số liệu
        [number] số gõ trong mẫu
        [words] chữ gõ trong mẫu
        [code] mã
        [date] ngày
        [mixed] chữ kèm số trong bảng tính
       *[text] chữ trong bảng tính
    }) bằng phép “{ $sign }”.
    .hint = { $has-mixed ->
        [yes] Ô có chữ quanh con số thì chỉ hỏi được giống hay khác (== "20 hộ"). Muốn so sánh lớn nhỏ thì để con số riêng một cột, đơn vị khai báo trong document.toml.
       *[no] Chỉ so sánh số với số cùng đơn vị, chữ với chữ, ngày với ngày ("08/5/2024"), mã với mã trong ngoặc kép ("2.1").
    }
template-no-value = Không lấy { $printed ->
        [key] “{ $shown }” (số liệu, năm, ngày hoặc số thứ tự)
        [datum] số liệu này
        [count] số thứ tự hoặc số đếm
        [truth] kết quả của một điều kiện
        [number] một số gõ trong mẫu
        [table] cả một bảng
        [row] cả một hàng
        [particulars] toàn bộ thông tin văn bản
        [list] một danh sách
       *[words] lời văn
    } làm giá trị ở đây được.
    .hint = { $printed ->
        [key] Trong ngoặc vuông ghi tên hàng, đặt trong ngoặc kép: bảng["1"].cột; muốn đi qua từng hàng thì viết for row in bảng rồi row.cột.
        [count] Bỏ bộ lọc này: số thứ tự in thẳng được.
       *[datum] Ghi một số liệu: bảng["hàng"].cột, row.cột hoặc doc.mục.
    }
template-condition = { $condition ->
        [figure] Số liệu “{ $shown }” đứng một mình làm điều kiện: không rõ là hỏi có số liệu hay hỏi khác 0.
        [no-list] Chỉ một bảng hay một danh sách mới có nhiều giá trị để lần lượt lấy ra.
        [empty] Danh sách không có giá trị nào để lấy.
       *[other] Chỗ này không trả lời có hay không được.
    }
    .hint = { $condition ->
        [figure] Viết “is filled” nếu hỏi ô có số liệu, hoặc so sánh: “> 0”.
        [no-list] Ghi tên một bảng: for row in bảng.
        [empty] Hỏi trước: if bảng | length > 0.
       *[other] Viết một phép so sánh, “is filled” hoặc “is blank”.
    }
template-print = { $printed ->
        [truth] Kết quả của một điều kiện không in được.
        [number] Số gõ trong mẫu không in được.
        [words] Chữ trong ngoặc kép không in bằng ngoặc nhọn.
        [table] Cả một bảng không in vào câu được.
        [row] Cả một hàng không in vào câu được.
        [particulars] Toàn bộ thông tin văn bản không in vào câu được.
       *[list] Một danh sách không in vào câu được.
    }
    .hint = { $printed ->
        [truth] Dùng if để chọn lời văn.
        [number] Nhập con số vào bảng tính rồi gọi tên nó.
        [words] Viết thẳng chữ ấy vào câu, bỏ ngoặc nhọn; cần chọn thì dùng if … else … endif.
        [table] Ghi thêm hàng và cột: bảng["hàng"].cột; cần in nhiều hàng thì dùng for.
        [row] Ghi thêm cột: row.cột.
        [particulars] Ghi thêm mục: doc.year.
       *[list] Dùng for để in từng giá trị.
    }
template-unit = { $unit-is ->
        [percent] Số liệu “{ $shown }” tự in dấu %, sau nó lại có “{ $behind }”.
        [own] Số liệu “{ $shown }” tự in đơn vị tính, sau nó lại có “{ $behind }”.
       *[other] Số liệu “{ $shown }” tính bằng { $own }, sau nó lại ghi “{ $behind }”.
    }
    .hint = { $unit-is ->
        [percent] Bỏ phần “{ $behind }” gõ sau ngoặc nhọn.
        [own] Bỏ phần “{ $behind }” gõ sau ngoặc nhọn.
       *[other] Sửa đơn vị trong câu thành “{ $own }”, hoặc sửa đơn vị của cột trong document.toml.
    }
template-direction = Câu in ra “{ $word } { $shown }”: sau chữ “{ $word }” là số âm.
    .hint = Bỏ chữ “{ $word }” và thêm bộ lọc change sau số liệu: chương trình tự ghi “tăng …”, “giảm …” hoặc “không đổi”.
template-glued = Hai số liệu in dính liền nhau: “{ $shown }{ $behind }” (“{ $shown }” và “{ $behind }”).
    .hint = Thêm dấu cách, dấu câu hoặc chữ vào giữa hai số liệu.
template-limit = Mẫu phải làm quá nhiều việc hoặc in ra quá nhiều chữ nên bị dừng.
    .hint = Bớt vòng lặp lồng nhau và macro gọi nhau nhiều lần ở chỗ này.
template-fault = Mẫu có lỗi ở chỗ này nên không lập được lời văn.
    .hint = Sửa chỗ này trong tệp mẫu; phần nằm giữa hai cặp ngoặc nhọn phải giữ đúng cách viết.
blank-in-sentence = Ô còn trống nhưng câu ở { $line } cần đến nó ({ $key }).
    .hint = Nhập giá trị cho ô này, hoặc sửa câu văn.
blank-in-condition = Ô còn trống nhưng điều kiện ở { $line } cần đến nó ({ $key }).
    .hint = Nhập giá trị cho ô này, hoặc trong mẫu hỏi “is filled” trước khi so sánh.
words-in-sentence = Ô ghi bằng chữ “{ $value }”, không có con số nào, nhưng { $line } cần một con số ({ $key }).
    .hint = Nhập con số; nếu muốn in nguyên chữ thì trong mẫu thêm “.text” sau tên cột.
prose-markup = Lời văn có ký hiệu không dùng được: “{ $text }”.
    .hint = Đặt dấu \ trước ký hiệu (ví dụ \#, \$, \*), và kiểm tra các dấu * và _ có đủ đôi.
prose-number = Con số { $number } được gõ thẳng vào lời văn.
    .hint = Đưa con số vào bảng tính rồi gọi tên nó trong câu, để khi số liệu đổi thì câu văn đổi theo.
prose-character = Lời văn có ký tự không in được ({ $code }), ở ký tự thứ { $column } của dòng.
    .hint = Xóa ký tự ấy rồi gõ lại; ký tự loại này thường lọt vào khi sao chép từ tệp Word hoặc từ trang mạng.
main-number = { $count } con số được gõ thẳng vào main.typ: { $shown }.
    .hint = Đưa con số vào bảng tính rồi gọi tên nó trong lời văn, để khi số liệu đổi thì văn bản đổi theo.
main-without-narrative = Tệp main.typ không in lời văn, văn bản sẽ không có nội dung.
    .hint = Thêm dòng #include "/narrative.typ", hoặc xóa main.typ để dùng tệp chung.
narrative-unprinted = { $count } trong { $total } đoạn lời văn không được in ra trang nào: “{ $text }” ({ $file }).
    .hint = Các tệp lời văn bị bỏ sót hoặc bị ẩn: { $files }. Thêm #include "/narrative.typ" vào main.typ (hoặc #include từng tệp), bỏ #hide, #place và khối có chiều cao cố định quanh lời văn; hoặc xóa main.typ để dùng tệp chung.
appendix-unprinted = { $missing ->
        [whole] Phụ lục có khai báo nhưng không được in ra trang nào: { $shown }.
        [name] Phụ lục được in nhưng thiếu tên hoặc tiêu đề: { $shown } (thiếu “{ $text }”).
       *[figures] Phụ lục in thiếu bảng hoặc thiếu số liệu: { $shown } (thiếu “{ $text }” và có thể cả những ô khác).
    }
    .hint = Trong main.typ dùng official-document của /nd30/nd30.typ, nó in mọi phụ lục; hoặc xóa main.typ để dùng tệp chung. Nếu bảng rộng hơn trang giấy thì thu hẹp cột hoặc đặt landscape = true trong document.toml. Nếu văn bản không có phụ lục này thì bỏ khai báo của nó.
page-not-whole = Trang { $page }: { $wrong ->
        [off-paper] chữ nằm ngoài tờ giấy
        [in-margin] chữ lấn ra ngoài lề trang
        [cut] chữ bị cắt mất một phần
        [over-text] chữ in đè lên chữ khác (“{ $other }”)
        [over-rule] chữ in đè lên đường kẻ
        [at-rule] chữ chạm vào đường kẻ của bảng
        [unseen] chữ không nhìn thấy được (bị che, màu trắng hoặc cỡ chữ dưới 4)
       *[rule-astray] đường kẻ hoặc hình vượt ra ngoài lề trang, cạnh chữ
    }: “{ $text }”{ $part ->
        [cell] {""}, cột “{ $column }”
        [header] {""}, đầu cột “{ $column }”
        [particular] {""}, mục { $column }
       *[words] {""}
    }{ $has-more ->
        [yes] {" "}(và { $count } chỗ khác)
       *[no] {""}
    }.
    .hint = { $part ->
        [cell] Nới cột này (width) hoặc thu hẹp cột khác trong document.toml, đặt landscape = true, giảm size hoặc least-size của bảng, đổi đơn vị tính lớn hơn; nếu ô chứa một từ quá dài thì thêm dấu cách.
        [header] Nới cột này (width) trong document.toml hoặc viết đầu cột ngắn hơn; nếu bảng quá rộng thì đặt landscape = true.
        [particular] Viết ngắn hơn, hoặc xuống dòng trong ô bằng Alt+Enter.
        [prose] Thêm dấu cách vào chuỗi chữ quá dài; nếu mẫu có main.typ thì bỏ khối có kích thước cố định, #place hoặc clip quanh đoạn này.
       *[words] Xem lại main.typ của mẫu: bỏ khối có kích thước cố định, #place, clip, lề riêng, hình hoặc màu che chữ; hoặc xóa main.typ để dùng tệp chung.
    }
table-too-wide = Bảng “{ $sheet }” rộng hơn trang { $landscape ->
        [yes] ngang
       *[no] dọc
    }: các cột cần { $sum } mm, trang chỉ có { $room } mm{ $has-open ->
        [no] {""}
       *[yes] {" "}(mỗi cột không ghi width cần ít nhất { $least } mm)
    }.
    .hint = { $turned ->
        [yes] Đặt landscape = true cho phụ lục này ({ $across } mm), hoặc giảm width của các cột trong document.toml.
       *[no] Giảm width của các cột trong document.toml, hoặc chia thành hai bảng.
    }
appendix-label = Tên phụ lục chưa đúng thể thức: { $shown }.
    .hint = Có từ hai phụ lục trở lên thì đánh số La Mã (Phụ lục I, Phụ lục II …); chỉ có một phụ lục thì ghi “Phụ lục”. Sửa label trong document.toml.
appendix-unknown = { $has-known ->
        [yes] Lời văn viện dẫn phụ lục mà văn bản không có: { $shown }. Các phụ lục của văn bản: { $known }.
       *[no] Lời văn viện dẫn phụ lục mà văn bản không có: { $shown }. Văn bản này không có phụ lục.
    }
    .hint = Sửa chỗ viện dẫn, hoặc khai báo phụ lục còn thiếu. Nếu là phụ lục của văn bản khác thì ghi rõ tên văn bản ấy ngay sau số phụ lục.
amount-words = Số và chữ không khớp: { $shown }.
    .hint = Đối chiếu số tiền, số lượng với nguồn rồi sửa số hoặc phần bằng chữ cho khớp; nếu số đúng, ghi như chỗ đã gợi ý sau dấu “→”.
amount-misspelt = Phần bằng chữ viết sai cách đọc số: { $shown }.
    .hint = Viết lại như chỗ đã gợi ý sau dấu “→”.
amount-unusual = Phần bằng chữ có từ không đọc được hoặc viết chưa đúng kiểu: { $shown }.
    .hint = Chỉ viết hoa chữ cái đầu, dùng từ đọc số thông dụng trong văn bản; có thể ghi như chỗ đã gợi ý sau dấu “→”.
template-words = { $why ->
        [large] Số này quá lớn, không đọc bằng chữ được.
        [fraction] Số tiền này lẻ dưới một đồng, không đọc bằng chữ được.
        [foreign] Chương trình chỉ đọc bằng chữ tiền đồng Việt Nam.
        [none] Không có { $what } thứ { $value }.
       *[no-number] Chỗ này không phải là số, không đọc bằng chữ được.
    }
    .hint = Chỉ dùng { $filter } với số liệu, ngày tháng của bảng hoặc của văn bản; chỗ khác thì viết chữ thẳng vào câu.
appendix-uncited = Lời văn không có chỉ dẫn về phụ lục: { $shown }.
    .hint = Nghị định 30/2020/NĐ-CP yêu cầu trong văn bản phải có chỉ dẫn về từng phụ lục, ví dụ “(chi tiết tại Phụ lục II kèm theo)”.
numbering-broken = Số thứ tự các mục, khoản, điểm chưa liên tục: { $shown }.
    .hint = Số đứng sau mũi tên là số phải có ở chỗ ấy. Bổ sung phần còn thiếu hoặc đánh số lại; nếu phần ấy in theo điều kiện thì xem lại điều kiện trong mẫu.
points-without-d = Thứ tự điểm bỏ qua chữ đ: { $shown }.
    .hint = Các điểm xếp theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g … Đánh lại các điểm phía sau.
bullets-mixed = { $count } gạch đầu dòng dùng dấu khác với “-”: { $shown }.
    .hint = Dùng một dấu “-” cho cả văn bản.
end-mark-missing = Nội dung văn bản không kết thúc bằng “./.”: { $shown }.
    .hint = Ghi “./.” ở cuối câu cuối cùng của nội dung.
end-mark-stray = Dấu kết thúc “./.” đặt không đúng chỗ hoặc gõ chưa đúng: { $shown }.
    .hint = “./.” viết liền, sát chữ cuối cùng, và chỉ đặt ở cuối nội dung văn bản.
type-of-other = Lời văn của { $kind } lại nhắc đến văn bản loại khác: { $shown }.
    .hint = Có thể câu này được chép từ văn bản khác; sửa lại cho đúng tên loại.
blank-left = { $count } chỗ còn bỏ trống hoặc ghi tạm trong văn bản đã có số: { $shown }.
    .hint = Điền nội dung còn thiếu. Khi còn là dự thảo thì để trống ô số của văn bản.
phrase-capitals = { $count } chỗ viết hoa chưa đúng: { $shown }.
    .hint = Sửa theo Phụ lục II Nghị định 30/2020/NĐ-CP (viết hoa trong văn bản hành chính).
tone-marks-mixed = Văn bản dùng hai cách đặt dấu thanh (hòa và hoà, ủy và uỷ); cách ít dùng hơn có { $count } chỗ: { $shown }.
    .hint = Chọn một cách và dùng thống nhất trong cả văn bản.
letters-mixed = Văn bản dùng lẫn i và y trong cùng một chữ (tỷ và tỉ, kỹ và kĩ); { $count } chỗ viết i: { $shown }.
    .hint = Chọn một cách và dùng thống nhất; văn bản pháp luật thường viết tỷ, kỹ, lý, quý.
text-spacing = { $count } chỗ thừa hoặc thiếu dấu cách quanh dấu câu: { $shown }.
    .hint = Dấu câu và dấu đóng ngoặc viết liền chữ trước, sau dấu phẩy, dấu chấm phẩy có một dấu cách; viết “kinh tế - xã hội”.
quotes-mixed = Văn bản dùng lẫn dấu ngoặc kép thẳng với dấu “ ”; { $count } chỗ dùng dấu thẳng: { $shown }.
    .hint = Thay bằng “ ” cho thống nhất.
text-number = { $count } con số viết theo kiểu nước ngoài: { $shown }.
    .hint = Viết dấu chấm để phân cách hàng nghìn, dấu phẩy trước phần thập phân: 1.234.567; 1,5 tỷ đồng.
motto-mistyped = Tiêu ngữ gõ chưa đúng: { $shown }.
    .hint = Viết đúng “Độc lập - Tự do - Hạnh phúc”. Tiêu ngữ ở đầu văn bản do chương trình in, không cần gõ.
prose-emphasis = Lời văn có các dấu “{ $sign }” gõ liền nhau: phần ấy sẽ không được in ra.
    .hint = { $is-line ->
        [yes] Chỗ còn để trống thì dùng dấu chấm “……”, hoặc điền nội dung; muốn in đúng dấu gạch dưới thì ghi \_ cho mỗi dấu.
       *[no] Chữ đậm đặt giữa hai dấu * (*chữ đậm*), chữ nghiêng giữa hai dấu _ (_chữ nghiêng_), mỗi bên một dấu.
    }
date-written = { $count } chỗ ghi ngày tháng chưa đúng: { $shown }.
    .hint = Ngày dưới 10 và tháng 1, tháng 2 ghi thêm số 0 ở trước; các tháng khác không ghi số 0. Ngày không có trong lịch thì đối chiếu lại.
authority-line = { $fault ->
        [missing] Văn bản chưa có dòng thẩm quyền ban hành ở trên phần căn cứ.
       *[other] Dòng thẩm quyền ban hành không phải là của “{ $issuer }”: { $shown }.
    }
    .hint = Ở trên phần căn cứ, ghi bằng chữ in hoa tên cơ quan ban hành (“{ $issuer }”) hoặc chức danh người đứng đầu cơ quan ấy.
enacting-words = { $fault ->
        [missing] Văn bản chưa có dòng “{ $words }:” giữa phần căn cứ và phần nội dung.
        [colon] Dòng { $shown } chưa có dấu hai chấm viết liền ở cuối.
        [twice] Dòng { $shown } thừa: mẫu đã in sẵn dòng này sau phần căn cứ.
       *[other] Dòng { $shown } không dùng cho loại văn bản này.
    }
    .hint = { $fault ->
        [twice] Bỏ dòng này ở lời văn.
       *[other] { $has-words ->
            [yes] Ghi “{ $words }:” thành một dòng riêng sau phần căn cứ.
           *[no] Bỏ dòng này, hoặc sửa mục “Tên loại”: chỉ quyết định và nghị quyết có dòng ấy.
        }
    }
issued-text = Trích yếu ghi ban hành “{ $issued }” nhưng phần nội dung không ban hành kèm theo văn bản ấy: { $shown }.
    .hint = Ghi ở Điều 1 “Ban hành kèm theo Quyết định này { $issued } …”, tên văn bản như ở trích yếu.
ground-marks = { $count } căn cứ ban hành kết thúc bằng dấu câu chưa đúng: { $shown }.
    .hint = Cuối mỗi căn cứ ghi dấu chấm phẩy (;), riêng căn cứ cuối cùng ghi dấu chấm (.).
ground-twice = { $count } căn cứ ban hành được ghi hai lần: { $shown }.
    .hint = Bỏ căn cứ ghi trùng, hoặc sửa số, ký hiệu nếu là văn bản khác.
ground-order = “Theo đề nghị của …” đứng trước căn cứ khác: { $shown }.
    .hint = Chuyển dòng này xuống cuối phần căn cứ.
ground-bare = { $count } căn cứ ban hành chưa ghi đủ ngày ban hành hoặc cơ quan ban hành: { $shown }.
    .hint = Ghi đủ tên loại, số, ký hiệu, ngày ban hành, cơ quan hoặc người ban hành, trích yếu nội dung; riêng luật, pháp lệnh không cần ghi số, ký hiệu, cơ quan ban hành.
cited-type = { $count } chỗ viện dẫn có tên loại không khớp với số, ký hiệu: { $shown }.
    .hint = Đối chiếu với văn bản gốc, sửa tên loại hoặc số, ký hiệu.
cited-issuer = { $count } chỗ viện dẫn có tên cơ quan, người ban hành không khớp với ký hiệu: { $shown }.
    .hint = Đối chiếu với văn bản gốc. NĐ-CP là của Chính phủ, QĐ-TTg là của Thủ tướng Chính phủ, thông tư là của Bộ trưởng (không phải của Bộ).
cited-year = { $count } chỗ viện dẫn có năm trong ký hiệu khác với năm ban hành: { $shown }.
    .hint = Đối chiếu với văn bản gốc, sửa ký hiệu hoặc ngày.
cited-later = { $count } văn bản được viện dẫn có ngày sau ngày của văn bản này ({ $date }): { $shown }.
    .hint = Kiểm tra lại ngày của văn bản được viện dẫn và ngày ban hành văn bản này.
department-gone = { $count } chỗ nêu tên sở không còn sau khi sắp xếp bộ máy năm 2025: { $shown }.
    .hint = Ghi tên cơ quan hiện nay; khi viện dẫn văn bản cũ hoặc nói về thời gian trước đây thì giữ tên cũ.
toml-syntax = { $syntax ->
        [twice] “{ $found }” đã được khai báo ở phía trên.
        [unclosed-text] Thiếu dấu ngoặc kép ở cuối: { $found }
        [curly-quotes] Dấu ngoặc kép cong không dùng được ở đây: { $found }
        [backslash] Trong ngoặc kép có dấu gạch chéo ngược: { $found }
        [no-equals] Thiếu dấu “=” giữa tên mục và giá trị: { $found }
        [no-value] Chưa ghi giá trị sau dấu “=”: { $found }
        [unquoted] Giá trị bằng chữ chưa đặt trong ngoặc kép: { $found }
        [truth] Giá trị có hay không chưa ghi đúng cách: { $found }
        [key-letters] Tên mục có chữ có dấu, dấu cách hoặc ký hiệu lạ: { $found }
        [decimal-comma] Số lẻ ghi bằng dấu phẩy: { $found }
        [number] Con số chưa ghi đúng cách: { $found }
        [date] Ngày hoặc con số chưa ghi đúng cách: { $found }
        [unclosed-header] Tên phần thiếu dấu ngoặc vuông đóng: { $found }
        [unclosed-list] Danh sách mở ngoặc ở đây mà không đóng ngoặc: { $found }
        [behind] Sau giá trị còn chữ thừa, hoặc trong giá trị có dấu ngoặc kép: { $found }
       *[other] Không đọc được dòng này theo TOML (cách ghi “tên mục = giá trị”): { $found }
    }
    .hint = { $syntax ->
        [twice] Xóa một trong hai chỗ; phần được lặp lại nhiều lần thì ghi tên trong hai lần ngoặc vuông, ví dụ [[table]].
        [unclosed-text] Thêm dấu " ở cuối giá trị.
        [curly-quotes] Thay “ ” bằng dấu ngoặc kép thẳng: "…".
        [backslash] Đặt giá trị trong dấu nháy đơn: '…', hoặc ghi / thay cho \.
        [no-equals] Ghi lại dòng này theo cách: tên mục = giá trị.
        [no-value] Ghi giá trị, hoặc xóa dòng này.
        [unquoted] Đặt giá trị trong dấu ngoặc kép thẳng: "…".
        [truth] Ghi true (có) hoặc false (không), chữ thường, không có ngoặc kép.
        [key-letters] Tên mục chỉ gồm chữ cái không dấu, chữ số, dấu - và dấu _; tên khác thì đặt trong ngoặc kép.
        [decimal-comma] Dùng dấu chấm: 0.5.
        [number] Ghi liền các chữ số, không có số 0 ở đầu, không có dấu phân cách hàng nghìn; phần lẻ sau dấu chấm.
        [date] Ngày thì đặt trong ngoặc kép; con số thì ghi liền các chữ số.
        [unclosed-header] Thêm dấu đóng cho đủ đôi: [phần] hoặc [[phần]].
        [unclosed-list] Thêm dấu đóng ] ở cuối danh sách.
        [behind] Mỗi dòng chỉ ghi một mục; cần dấu ngoặc kép bên trong thì đặt cả giá trị trong dấu nháy đơn.
       *[other] Sửa lại dòng này.
    }
toml-key = Không có mục khai báo nào tên là “{ $name }” ở phần này.
    .hint = { $has-near ->
        [yes] Có phải là “{ $near }”? Các mục dùng được ở đây: { $known }.
       *[no] Các mục dùng được ở đây: { $known }.
    }
toml-missing = Thiếu mục khai báo “{ $name }”.
    .hint = Thêm dòng { $name } = … vào phần này.
toml-word = Mục “{ $key }” ghi “{ $value }”: không có giá trị ấy.
    .hint = { $has-near ->
        [yes] Có phải là “{ $near }”? Các giá trị dùng được: { $known }.
       *[no] Các giá trị dùng được: { $known }.
    }
toml-value = { $wanted ->
        [text] Mục “{ $key }” phải là chữ
        [number] Mục “{ $key }” phải là số
        [whole] Mục “{ $key }” phải là số nguyên
        [truth] Mục “{ $key }” phải là true (có) hoặc false (không)
        [list] Mục “{ $key }” phải là danh sách
        [length] Danh sách “{ $key }” không đủ hoặc thừa giá trị
        [table] Mục “{ $key }” phải là một phần riêng
       *[other] Mục “{ $key }” có giá trị không dùng được
    }{ $wanted ->
        [length] {""}
        [other] {""}
       *[known] { $found ->
            [text] , nhưng đang ghi chữ
            [number] , nhưng đang ghi số lẻ
            [whole] , nhưng đang ghi số
            [truth] , nhưng đang ghi true hoặc false
            [list] , nhưng đang ghi danh sách
            [table] , nhưng đang ghi một phần
            [date] , nhưng đang ghi ngày
           *[other] {""}
        }
    }.
    .hint = { $wanted ->
        [text] Đặt giá trị trong dấu ngoặc kép thẳng: { $key } = "…".
        [number] Ghi chữ số, không có ngoặc kép, phần lẻ sau dấu chấm: { $key } = 0.5.
        [whole] Ghi chữ số, không có ngoặc kép, không có phần lẻ: { $key } = 2.
        [truth] Ghi { $key } = true hoặc { $key } = false, không có ngoặc kép.
        [list] Đặt các giá trị trong ngoặc vuông: { $key } = ["…", "…"].
        [length] Ghi đúng số giá trị cần có, như trong mẫu đi kèm chương trình.
        [table] Ghi thành phần riêng, tên phần trong ngoặc vuông, như trong mẫu đi kèm chương trình.
       *[other] Sửa lại giá trị, như trong mẫu đi kèm chương trình.
    }
definition-unknown-name = Tệp định nghĩa nhắc đến “{ $name }” nhưng không khai báo tên ấy.
    .hint = Khai báo tên ấy, hoặc sửa chỗ nhắc đến nó.
accepted-unknown = { $is-known ->
        [yes] Phần accepted nêu “{ $name }”: điều này không chấp nhận được, vì không phải là điểm kiểm tra thể thức.
       *[no] Phần accepted nêu “{ $name }”: không có điểm kiểm tra nào tên như vậy.
    }
    .hint = { $has-near ->
        [yes] Có phải “{ $near }” không?
       *[no] Các điểm kiểm tra chấp nhận được: { $known }.
    }
accepted-unreasoned = Phần accepted chấp nhận “{ $name }” nhưng không nêu lý do.
    .hint = Ghi vào reason vì sao cơ quan làm khác quy định.
number-symbol = Mục “{ $field }” ghi “{ $text }”: mục này chỉ ghi số của văn bản, ký hiệu ghi ở mục “{ $symbol-field }”.
    .hint = Ghi “{ $number }” ở mục “{ $field }” và “{ $symbol }” ở mục “{ $symbol-field }”.
number-zeros = Mục “{ $field }” ghi “{ $text }”: thừa số 0 ở đầu; chỉ số dưới 10 mới thêm một số 0 phía trước.
    .hint = Ghi “{ $number }”.
number-odd = Mục “{ $field }” ghi “{ $text }”: số của văn bản chỉ gồm chữ số Ả Rập, bắt đầu từ 01.
    .hint = { $is-known ->
        [yes] Ghi “{ $number }”.
       *[no] Ghi số đã đăng ký; còn là dự thảo thì để trống ô này, phần mềm tự chừa chỗ.
    }
number-large = Mục “{ $field }” ghi “{ $text }”: số văn bản lớn bất thường.
    .hint = Đối chiếu với sổ đăng ký văn bản đi.
number-or-date = Mục “{ $given-field }” đã ghi “{ $given }” nhưng { $has-row ->
        [yes] mục “{ $field }” còn trống
       *[no] không có hàng “{ $field }”
    }; số và ngày được ghi cùng lúc, khi đăng ký văn bản.
    .hint = { $has-row ->
        [yes] Ghi nốt mục “{ $field }”; còn là dự thảo thì để trống cả hai.
       *[no] Thêm hàng “{ $field }” rồi ghi nội dung; còn là dự thảo thì để trống cả hai.
    }
symbol-number = Mục “{ $field }” ghi “{ $text }”: có cả số của văn bản; số đã có mục “{ $number-field }” riêng.
    .hint = Ghi “{ $symbol }” ở mục “{ $field }” và “{ $number }” ở mục “{ $number-field }”.
symbol-year = Mục “{ $field }” ghi “{ $text }”: ký hiệu có năm là của văn bản quy phạm pháp luật, không phải của văn bản hành chính.
    .hint = Bỏ năm khỏi số và ký hiệu: số “{ $number }”, ký hiệu “{ $symbol }”.
symbol-spelling = Mục “{ $field }” ghi “{ $text }”: ký hiệu viết liền, chữ in hoa, giữa các nhóm chữ là dấu gạch nối “-”.
    .hint = Ghi “{ $near }”.
symbol-type = { $has-other ->
        [yes] Văn bản là “{ $type }” nhưng ký hiệu “{ $text }” là của { $other }.
       *[no] Văn bản là “{ $type }” nhưng ký hiệu “{ $text }” không bắt đầu bằng “{ $short }-”.
    }
    .hint = Sửa ký hiệu (bắt đầu bằng “{ $short }-”), hoặc sửa mục “{ $type-field }” nếu tên loại sai.
symbol-agency-missing = Mục “{ $field }” ghi “{ $text }”: thiếu chữ viết tắt tên cơ quan ban hành.
    .hint = Ghi thêm tên viết tắt của cơ quan, ví dụ “{ $short }-UBND”.
symbol-of-letter = Công văn không có chữ viết tắt tên loại trong ký hiệu, nhưng mục “{ $field }” ghi “{ $text }”.
    .hint = Bỏ “{ $short }”; ký hiệu công văn gồm tên viết tắt của cơ quan và của đơn vị soạn thảo hoặc lĩnh vực, ví dụ “UBND-KT”.
symbol-unit = Ký hiệu công văn “{ $text }” chưa có đơn vị soạn thảo hoặc lĩnh vực.
    .hint = Ghi thêm, ví dụ “{ $text }-TH”; cơ quan không ghi phần này thì khai báo trong phần accepted của định nghĩa mẫu.
symbol-agency = { $has-agency ->
        [yes] Cơ quan ban hành là “{ $issuer }” nhưng ký hiệu “{ $text }” không phải của { $agency }.
       *[no] Cơ quan ban hành là “{ $issuer }” nhưng ký hiệu “{ $text }” là của cơ quan khác.
    }
    .hint = Sửa mục “{ $field }” hoặc mục “{ $issuer-field }” cho khớp nhau.
symbol-body = “{ $issuer }” ban hành văn bản nhưng ký hiệu “{ $text }” dùng tên viết tắt của cơ quan.
    .hint = Ghi tên viết tắt của chính tổ chức ban hành, ví dụ “BCĐ”, “HĐTĐ”.
date-year = Mục “{ $field }” ghi { $text }, còn mục “{ $year-field }” ghi { $year }.
    .hint = Kiểm tra lại năm ở cả hai mục.
citation-later = { $count ->
        [1] Văn bản được viện dẫn có ngày { $cited }, sau ngày của văn bản này ({ $text }).
       *[other] Văn bản này đề ngày { $text }, trước ngày của { $count } văn bản được viện dẫn (sớm nhất trong số đã nêu: { $cited }).
    }
    .hint = Kiểm tra lại ngày của văn bản được viện dẫn và mục “{ $field }”.
citation-year = Ký hiệu “{ $symbol }” là của năm { $year } nhưng ngày ban hành ghi { $date }.
    .hint = Đối chiếu với văn bản gốc, sửa ký hiệu hoặc ngày.
citation-type = Văn bản được viện dẫn ghi là “{ $type }” nhưng số, ký hiệu “{ $symbol }” là của { $other }.
    .hint = Đối chiếu với văn bản gốc, sửa tên loại hoặc số, ký hiệu.
citation-twice = Văn bản “{ $symbol }” được ghi hai lần trong danh sách viện dẫn.
    .hint = Bỏ một dòng, hoặc sửa số, ngày nếu là văn bản khác.
place-marks = Mục “{ $field }” ghi “{ $text }”: ô này chỉ ghi địa danh, dấu phẩy và ngày tháng do phần mềm ghi.
    .hint = Ghi “{ $place }”.
place-capitals = Mục “{ $field }” ghi “{ $text }”: địa danh viết hoa chữ cái đầu của mỗi âm tiết.
    .hint = Ghi “{ $place }”.
place-full = Mục “{ $field }” ghi “{ $text }”: địa danh là tên người hoặc chữ số thì ghi đầy đủ cả tên đơn vị hành chính.
    .hint = Ghi “{ $place }”.
place-unit = Mục “{ $field }” ghi “{ $text }”: trước tên địa danh không ghi “{ $unit }”.
    .hint = Ghi “{ $place }”; đơn vị mang tên người hoặc sự kiện thì viết hoa, ví dụ “Phường Điện Biên Phủ”.
place-issuer = Cơ quan ban hành là “{ $issuer }” nhưng địa danh ghi “{ $text }”.
    .hint = Sửa mục “{ $field }” hoặc mục “{ $issuer-field }” cho khớp nhau.
unit-abolished = “{ $name }” không còn từ ngày 01/7/2025.
    .hint = Ghi tên đơn vị hành chính, cơ quan hiện nay; trong văn bản được viện dẫn thì giữ tên cũ.
issuer-shortened = Mục “{ $field }” ghi “{ $text }”: tên cơ quan ban hành phải ghi đầy đủ.
    .hint = Ghi “{ $full }” thay cho “{ $short }”.
issuer-other = Mục “{ $field }” ghi “{ $text }”, không phải là cơ quan ghi ở mục “{ $issuer-field }”; dòng “(Kèm theo … của …)” sẽ sai.
    .hint = Sửa mục “{ $field }” cho khớp với mục “{ $issuer-field }”.
superior-needless = Mục “{ $field }” ghi “{ $text }”: Ủy ban nhân dân, Hội đồng nhân dân không ghi cơ quan chủ quản.
    .hint = Để trống mục “{ $field }”.
superior-missing = “{ $text }” có cơ quan chủ quản nhưng mục “{ $superior-field }” còn trống.
    .hint = Ghi cơ quan chủ quản trực tiếp ở mục “{ $superior-field }”, ví dụ “UBND TỈNH …”.
superior-swapped = Mục “{ $field }” ghi “{ $text }”: hình như cơ quan chủ quản và cơ quan ban hành bị ghi lẫn.
    .hint = Đổi chỗ hai mục “{ $field }” và “{ $issuer-field }”.
type-spelling = Mục “{ $field }” ghi “{ $text }”: sai chính tả hoặc viết hoa sai tên loại văn bản.
    .hint = Ghi “{ $near }”.
abstract-mark = { $of ->
        [letter] Trích yếu công văn “{ $text }” phải bắt đầu bằng “V/v ”, không có dấu hai chấm.
        [printed] Trích yếu “{ $text }” bắt đầu bằng chữ hoa; sau “V/v” (mẫu in sẵn) là chữ thường.
       *[named] Trích yếu “{ $text }” bắt đầu bằng “V/v”; cách viết này chỉ dùng cho công văn.
    }
    .hint = Ghi “{ $near }”.
abstract-shape = { $fault ->
        [end] Trích yếu “{ $text }” có dấu câu ở cuối.
        [capitals] Trích yếu “{ $text }” viết toàn chữ in hoa; trích yếu là chữ in thường.
        [lower] Trích yếu “{ $text }” bắt đầu bằng chữ thường.
       *[long] Trích yếu quá dài: “{ $text }”.
    }
    .hint = { $fault ->
        [end] Bỏ dấu câu ở cuối.
        [capitals] Viết lại bằng chữ in thường, chỉ viết hoa chữ đầu và tên riêng.
        [lower] Ghi “{ $near }”.
       *[long] Rút gọn: một câu ngắn hoặc cụm từ, không quá { $most } ký tự và bốn dòng.
    }
recipient-marks = Nơi nhận “{ $text }” có dấu gõ thừa; dấu “-” ở đầu và “;” ở cuối do phần mềm ghi.
    .hint = Ghi “{ $near }”.
recipient-addressee = “{ $text }” nằm trong danh sách nơi nhận; “Kính gửi” đứng dưới trích yếu, không đứng ở Nơi nhận.
    .hint = Bỏ chữ “Kính gửi”; nơi nhận ghi “Như trên”.
recipient-above = { $fault ->
        [missing] { $type } có “Kính gửi” nên Nơi nhận phải có “Như trên”; dòng đầu đang ghi “{ $text }”.
       *[needless] Nơi nhận ghi “{ $text }” nhưng { $type } không có “Kính gửi”.
    }
    .hint = { $fault ->
        [missing] Thêm dòng đầu “Như trên”.
       *[needless] Ghi rõ tên cơ quan, đơn vị nhận; quyết định thì ghi “Như Điều …”.
    }
recipient-article = { $fault ->
        [missing] Nơi nhận của quyết định chưa có “Như Điều …”; dòng đầu đang ghi “{ $text }”.
       *[needless] Nơi nhận ghi “{ $text }” nhưng { $type } không phải là quyết định hay nghị quyết.
    }
    .hint = { $fault ->
        [missing] Thêm dòng đầu “Như Điều …”, ghi số của điều nêu ai chịu trách nhiệm thi hành.
       *[needless] Ghi rõ tên cơ quan, đơn vị nhận.
    }
recipient-twice = Nơi nhận “{ $text }” được ghi hai lần.
    .hint = Bỏ một dòng.
recipient-itself = Nơi nhận “{ $text }” là chính cơ quan ban hành.
    .hint = Bỏ dòng này, hoặc ghi rõ đơn vị, lãnh đạo nhận.
recipient-purposes = Nơi nhận ghi lẫn “{ $style }” và “{ $usual }”.
    .hint = Dùng một cách ghi cho cả danh sách.
archive-spelling = Dòng lưu ghi “{ $text }” chưa đúng thể thức: “Lưu: VT”, rồi tên viết tắt đơn vị soạn thảo.
    .hint = Ghi “{ $near }”.
archive-last = Dòng “{ $text }” không đứng cuối Nơi nhận.
    .hint = Chuyển dòng này xuống cuối danh sách.
archive-twice = Nơi nhận có hai dòng lưu, dòng thứ hai là “{ $text }”.
    .hint = Gộp thành một dòng cuối: “Lưu: VT, …”.
archive-missing = Nơi nhận không có dòng “Lưu: VT, …”; dòng cuối là “{ $text }”.
    .hint = Thêm dòng cuối “Lưu: VT, ” và tên viết tắt đơn vị soạn thảo.
authority-prefix = Quyền hạn người ký ghi “{ $line }” chưa đúng thể thức: sau TM, Q, KT, TL, TUQ là dấu chấm và một dấu cách.
    .hint = Ghi “{ $near }”.
authority-order = Dòng “{ $line }” ở mục “{ $field }” sai thứ tự.
    .hint = Ghi lần lượt: TM. (thay mặt), rồi TL. hoặc TUQ., rồi KT. (ký thay), cuối cùng là chức vụ của người ký.
authority-body = { $wanted ->
        [body] Quyền hạn ghi “{ $line }”: sau “TM.” là tên tập thể lãnh đạo hoặc cơ quan, không phải chức vụ.
       *[head] Quyền hạn ghi “{ $line }”: sau “KT.”, “Q.”, “TL.”, “TUQ.” là chức vụ của người đứng đầu.
    }
    .hint = { $wanted ->
        [body] Ghi tên tập thể, ví dụ “TM. ỦY BAN NHÂN DÂN”, hoặc bỏ “TM.”.
       *[head] Ghi chức vụ người đứng đầu, ví dụ “KT. CHỦ TỊCH”, dòng dưới là chức vụ của người ký.
    }
authority-deputy = { $fault ->
        [deputy-missing] Dưới “{ $line }” thiếu chức vụ của cấp phó ký thay.
        [post-missing] Dưới “{ $line }” thiếu chức vụ của người ký.
        [same] Dưới “{ $line }” lại là chức vụ của người đứng đầu.
        [ordered] Dưới “{ $line }” là cấp phó nhưng không có “KT.” và chức vụ người đứng đầu đơn vị.
       *[lone] “{ $line }” là cấp phó nhưng không có “KT.” và chức vụ người đứng đầu ở dòng trên.
    }
    .hint = { $fault ->
        [ordered] Thêm dòng giữa: “KT. ” và chức vụ người đứng đầu đơn vị, ví dụ “KT. CHÁNH VĂN PHÒNG”.
        [lone] Thêm dòng trên “KT. ” và chức vụ người đứng đầu, ví dụ “KT. GIÁM ĐỐC”.
        [post-missing] Thêm dòng dưới: chức vụ của người ký thừa lệnh, thừa ủy quyền, ví dụ “CHÁNH VĂN PHÒNG”.
       *[other] Thêm dòng dưới: chức vụ cấp phó, ví dụ “PHÓ GIÁM ĐỐC”; người đứng đầu tự ký thì bỏ “KT.”.
    }
authority-post = Chức vụ “{ $line }” viết tắt, hoặc không phải là chức vụ Nhà nước quy định.
    .hint = Ghi chức vụ chính thức, đầy đủ, ví dụ “PHÓ CHỦ TỊCH”; không ghi “phụ trách”, “thường trực”, “điều hành”.
authority-collective = “{ $issuer }” làm việc theo chế độ thủ trưởng nhưng quyền hạn ghi “{ $line }”.
    .hint = Bỏ dòng “TM.”; người đứng đầu ký thì chỉ ghi chức vụ.
authority-issuer = { $fault ->
        [body] Dòng “{ $line }” không ghi đúng, đủ tên cơ quan ban hành “{ $issuer }”.
       *[post] Chức vụ “{ $line }” không phải là chức vụ lãnh đạo của “{ $issuer }”.
    }
    .hint = { $fault ->
        [body] Ghi đầy đủ tên tập thể ban hành văn bản, ví dụ “TM. ỦY BAN NHÂN DÂN”.
       *[post] Sửa chức vụ; nếu ký thừa lệnh, thừa ủy quyền thì thêm dòng trên “TL. …” hoặc “TUQ. …”.
    }
signer-degree = { $is-exempt ->
        [yes] Mục “{ $field }” ghi “{ $text }”: trước họ tên chỉ ghi học hàm, học vị, quân hàm khi ngành cho phép.
       *[no] Mục “{ $field }” ghi “{ $text }”: trước họ tên người ký không ghi học hàm, học vị, quân hàm, danh hiệu.
    }
    .hint = Ghi “{ $near }”.
signer-name = { $fault ->
        [marks] Mục “{ $field }” ghi “{ $text }”: có chữ số hoặc dấu lạ trong họ tên.
        [short] Mục “{ $field }” ghi “{ $text }”: chỉ có một tiếng, phải ghi đủ họ và tên.
       *[capitals] Mục “{ $field }” ghi “{ $text }”: họ tên viết hoa chữ cái đầu của mỗi âm tiết.
    }
    .hint = { $fault ->
        [capitals] Ghi “{ $near }”.
       *[other] Ghi đủ họ, chữ đệm và tên người ký.
    }
signer-missing = Văn bản đã có số nhưng mục “{ $field }” còn trống.
    .hint = Ghi họ tên người ký.
citation-unconfirmed = { $quoted ->
        [yes] Chưa xác nhận viện dẫn chép từ năm trước: { $value }, trong câu “{ $sentence }”.
       *[no] Chưa xác nhận viện dẫn chép từ năm trước: { $value }.
    }
    .hint = Đã có văn bản mới: ghi số, ký hiệu, ngày mới vào { $cells }. Vẫn viện dẫn văn bản này: chỉ xóa chữ “{ $mark }” trong { $cells }. Xác nhận xong mới ban hành được.
figure-jump = { $what ->
        [table] Có phải trang “{ $sheet }” nhập nhầm đơn vị tính? So với { $against ->
            [folder] số liệu năm trước (thư mục “{ $folder }”)
           *[issue] bản đã ban hành lần { $issue } ({ $symbol })
        }, nhiều cột
        [column] Có phải cột “{ $heading }” của trang “{ $sheet }” nhập nhầm đơn vị tính? So với { $against ->
            [folder] số liệu năm trước (thư mục “{ $folder }”)
           *[issue] bản đã ban hành lần { $issue } ({ $symbol })
        }, hầu hết các số
       *[figure] Có phải ô { $cell } ({ $name }) nhập nhầm? So với { $against ->
            [folder] số liệu năm trước (thư mục “{ $folder }”)
           *[issue] bản đã ban hành lần { $issue } ({ $symbol })
        }, số này
    } { $larger ->
        [yes] lớn gấp
       *[no] nhỏ đi
    } khoảng { $times } lần{ $what ->
        [figure] { "" }
       *[table] , ví dụ ô { $cell }
    }: trước là { $old }, nay là { $new }.
    .hint = { $has-unit ->
        [yes] Kiểm tra xem các số nhập có đúng đơn vị { $unit } không.
       *[no] Đối chiếu với số liệu gốc.
    } Nhập nhầm thì nhập lại. Nếu số đã đúng: giữ nguyên số; người lập mẫu ghi vào document.toml mục [[accepted]] với check = "figure-jump" và lý do.
number-taken = { $is-recorded ->
        [yes] Số “{ $number }” năm { $year } của thư mục “{ $folder }” đã ban hành ở thư mục “{ $other }”.
       *[no] Hai thư mục “{ $other }” và “{ $folder }” cùng mang số “{ $number }” năm { $year }.
    }
    .hint = Trong năm mỗi số chỉ cấp cho một văn bản: đối chiếu sổ đăng ký văn bản đi rồi sửa số ở một thư mục.
citation-symbol = { $fault ->
        [number] Văn bản được viện dẫn ghi “{ $symbol }”: thiếu số của văn bản.
        [year] Nghị định được viện dẫn ghi “{ $symbol }”: thiếu năm ban hành giữa số và ký hiệu.
       *[spelling] Văn bản được viện dẫn ghi “{ $symbol }”: số, ký hiệu viết liền, chữ viết tắt tên loại đúng quy định.
    }
    .hint = { $fault ->
        [number] Ghi đủ số và ký hiệu theo văn bản gốc, ví dụ “90/QĐ-TTg”.
        [year] Ghi thêm năm theo văn bản gốc, ví dụ “27/2022/NĐ-CP”.
       *[spelling] Ghi “{ $near }”.
    }
abstract-brace = Mục “{ $field }” có dấu ngoặc nhọn không đủ cặp nên sẽ in ra cả dấu: “{ $line }”.
    .hint = Đóng ngoặc bằng dấu “{"}"}” ngay sau tên mục cần điền; nếu không dẫn đến mục nào thì ghi “{ $near }”.
abstract-type = Trích yếu “{ $text }” nhắc lại tên loại “{ $type }” đã in ở dòng trên.
    .hint = Ghi “{ $near }”.
abstract-decision = Trích yếu của quyết định “{ $text }” không bắt đầu bằng “Về việc”.
    .hint = Ghi “{ $near }”.
addressee-missing = { $type } không có dòng “Kính gửi”.
    .hint = Thêm dòng “Kính gửi: ” và tên cơ quan nhận vào đầu lời văn.
addressee-needless = { $type } không có “Kính gửi”, nhưng lời văn ghi { $shown }.
    .hint = Bỏ dòng “Kính gửi”; cơ quan nhận ghi ở Nơi nhận.
addressee-marks = “Kính gửi” nhiều nơi thì cuối mỗi dòng là dấu “;”, dòng cuối là dấu “.”: { $shown }.
    .hint = Sửa dấu ở cuối các dòng đã nêu.
type-of-kind = Mục “{ $field }” ghi “{ $text }”, nhưng mẫu này là mẫu của { $wanted }.
    .hint = Ghi “{ $wanted }”, hoặc chọn mẫu khác; người soạn mẫu sửa kind trong document.toml.
stamp-unknown = Mục “{ $field }” ghi “{ $text }”: không có dấu chỉ nào như vậy.
    .hint = Ghi một trong các dấu “{ $known }”, hoặc để trống.
signer-twice = Mục “{ $field }” và mục “{ $signer-field }” cùng ghi “{ $text }”.
    .hint = Hai chữ ký là của hai người khác nhau; sửa một trong hai mục.
grounds-missing = Mẫu không có phần căn cứ ban hành.
    .hint = Ghi các căn cứ vào một tệp lời văn có tên kết thúc bằng can-cu, ví dụ 01-can-cu.typ.j2, đứng trước tệp của các điều.
day-other = { $count } chỗ ghi thứ trong tuần không phải của ngày ấy: { $shown }.
    .hint = Đối chiếu với lịch, sửa thứ hoặc sửa ngày.
recipient-article-gone = Nơi nhận ghi “{ $text }” nhưng văn bản chỉ có { $count } điều.
    .hint = Ghi số của điều nêu ai chịu trách nhiệm thi hành.
recipient-late = Nơi nhận ghi “{ $text }” không ở dòng đầu.
    .hint = Chuyển dòng này lên đầu danh sách.
recipient-addressed = Nơi nhận “{ $text }” đã có ở “Kính gửi”; “Như trên” đã gồm cả nơi này.
    .hint = Bỏ dòng này.
archive-unit = { $fault ->
        [missing] Dòng “{ $text }” của công văn chưa có tên viết tắt đơn vị soạn thảo.
       *[other] Dòng “{ $text }” ghi đơn vị soạn thảo khác với ký hiệu của công văn (“{ $unit }”).
    }
    .hint = { $fault ->
        [missing] Ghi thêm đơn vị soạn thảo, ví dụ “Lưu: VT, { $unit }”.
       *[other] Sửa dòng lưu hoặc mục “{ $symbol-field }” cho khớp nhau.
    }
authority-uncollective = Văn bản của “{ $issuer }” nhưng quyền hạn ghi “{ $line }”, không có “TM. ỦY BAN NHÂN DÂN”.
    .hint = Thêm dòng đầu “TM. ỦY BAN NHÂN DÂN”.
definition-key = “{ $name }” không dùng làm mã (key) của bảng, cột hay mục được: mã không được để trống, không được có dấu “/”, và không bảng nào được đặt mã “doc”, “recipients”, “derived”, “previous” hay “issued”.
    .hint = Đặt mã khác, ví dụ chỉ gồm chữ cái, chữ số và dấu “_”.
definition-twice = “{ $name }” được khai báo hai lần, nên không rõ lời văn nói đến số liệu nào.
    .hint = Đặt mã (key) khác cho một trong hai bảng, cột hoặc mục ấy.
definition-levels = Quan hệ của bảng “{ $table }” nói đến bậc của hàng (children, top, leaves), nhưng cột khóa “{ $column }” không phải cột mã nên không cho biết bậc.
    .hint = Lấy cột số thứ tự làm row-key, với kind = "code" (1, 1.1, 1.2, 2), hoặc khai outline cho bảng; bảng không có bậc thì bỏ children và over, rows.
equal-units = “{ $target }” được khai là phải bằng “{ $to }”, nhưng hai số khác đơn vị tính hoặc khác loại ({ $unit } – { $other }).
    .hint = Chỉ khai bằng nhau giữa hai số cùng loại, cùng đơn vị tính.
definition-outline = { $why ->
        [column] Bảng “{ $table }”: outline lấy cột “{ $name }”, cột không được khai báo.
        [needs-column] Bảng “{ $table }”: outline theo cột bậc hoặc cột hàng trên thì phải nói rõ cột nào.
        [needs-no-column] Bảng “{ $table }”: outline theo nhóm (groups) không lấy cột nào.
        [needs-levels] Bảng “{ $table }”: outline theo cách đánh số (numbering) thì phải khai các bậc.
        [needs-no-levels] Bảng “{ $table }”: chỉ outline theo cách đánh số (numbering) mới khai các bậc (levels).
        [counts-titles] Bảng “{ $table }”: dòng tổng của cột “{ $name }” cộng các hàng bậc cao nhất (top), mà các hàng ấy là tiêu đề nhóm, không có số.
       *[twice] Bảng “{ $table }”: hai bậc của outline cùng đánh số như “{ $name }”.
    }
    .hint = { $why ->
        [column] Ghi mã của một cột trong bảng.
        [needs-column] Ví dụ: outline = {"{"} by = "level", column = "bac" {"}"}.
        [needs-no-column] Ví dụ: outline = {"{"} by = "groups" {"}"}.
        [needs-levels] Ví dụ: outline = {"{"} by = "numbering", column = "stt", levels = ["I", "1", "a"] {"}"}; các kiểu: A, I, 1, 1.1, 1.1.1, a, -.
        [needs-no-levels] Bỏ levels, hoặc ghi by = "numbering".
        [counts-titles] Khai over = "leaves" cho dòng tổng, hoặc khai children cho cột này.
       *[twice] Mỗi bậc một kiểu đánh số.
    }
definition-bound = “{ $owner }”: { $key } = { $value } ngoài mức cho phép; phải từ { $least } đến { $most }.
    .hint = Sửa lại mục “{ $key }”.
definition-empty = “{ $owner }”: danh sách “{ $key }” để trống.
    .hint = Khai báo cho đủ; văn bản không có phụ lục thì bỏ hẳn phần “appendix”.
definition-phrase = Tiêu đề hoặc đề mục nhắc đến “{ $name }”, mục không được khai báo; trên giấy sẽ in nguyên dấu ngoặc nhọn.
    .hint = { $has-near ->
        [yes] Có phải là “{ $near }” không? Các tên dùng được: { $known }.
       *[no] Dùng một trong các tên: { $known }.
    }
definition-braces = { $has-names ->
        [yes] “{ $found }”: dấu ngoặc nhọn ở đây chỉ dùng để điền một mục của văn bản, viết là {"{{"} doc.mã {"}}"}.
       *[no] “{ $found }”: ở đây không điền mục nào của văn bản được; trên giấy sẽ in nguyên dấu ngoặc nhọn.
    }
    .hint = { $has-names ->
        [yes] Viết lại, ví dụ: Kế hoạch năm {"{{"} doc.year {"}}"}.
       *[no] Bỏ dấu ngoặc nhọn; các mục của văn bản chỉ điền được vào tiêu đề cột, tên và tiêu đề phụ lục, dòng đơn vị tính và phần tóm tắt của bảng.
    }
definition-derived-name = Số liệu suy ra “{ $owner }” nhắc đến “{ $name }”: không có cột hay số liệu nào tên như vậy.
    .hint = { $has-near ->
        [yes] Có phải là “{ $near }”? Các tên dùng được ở đây: { $known }.
       *[no] Các tên dùng được ở đây: { $known }.
    }
definition-derived-setting = { $why ->
        [missing] Số liệu suy ra “{ $owner }” (kind = "{ $kind }") thiếu mục “{ $key }”.
        [extra] Số liệu suy ra “{ $owner }” (kind = "{ $kind }") không dùng mục “{ $key }”.
        [one] Số liệu suy ra “{ $owner }” (kind = "{ $kind }"): mục “{ $key }” chỉ ghi một tên.
        [list] Số liệu suy ra “{ $owner }” (kind = "{ $kind }"): mục “{ $key }” phải là danh sách tên cột.
        [value] Số liệu suy ra “{ $owner }”: mục “{ $key }” không dùng được giá trị “{ $value }”.
        [words] Số liệu suy ra “{ $owner }”: “{ $value }” ở mục “{ $key }” không phải là số liệu.
        [no-previous] Số liệu suy ra “{ $owner }” lấy số liệu năm trước, nhưng chưa khai báo thông tin nào ghi tên thư mục số liệu năm trước.
        [no-total] Số liệu suy ra “{ $owner }” tính tỷ trọng trong dòng tổng, nhưng bảng này không khai báo dòng tổng.
        [units] Số liệu suy ra “{ $owner }” so hai số liệu khác đơn vị tính ({ $value }).
        [column] Số liệu suy ra “{ $owner }”: kind = "{ $kind }" chỉ dùng được trong một bảng.
       *[single] Số liệu suy ra “{ $owner }”: kind = "{ $kind }" không dùng được trong bảng, chỉ khai báo riêng ở [[derived]].
    }
    .hint = { $why ->
        [missing] Thêm { $key } = … vào khai báo này.
        [extra] Bỏ mục ấy. Các mục dùng được: { $known }.
        [one] Ghi { $key } = "tên cột", không dùng dấu ngoặc vuông.
        [list] Ghi { $key } = ["cột 1", "cột 2"].
        [value] Các giá trị dùng được: { $known }.
        [words] Chỉ lấy cột, mục là số (count, money, percent, year, mixed), cột sum hoặc số liệu suy ra khác.
        [no-previous] Khai báo một mục trong [facts] để ghi tên thư mục, rồi thêm previous = "mã của mục ấy" vào [facts].
        [no-total] Khai báo total = … cho bảng, hoặc dùng within = "rows" (tổng các hàng) hay "group" (hàng cấp trên).
        [units] Chọn hai số liệu cùng đơn vị tính; nếu muốn chia số liệu khác đơn vị thì dùng kind = "ratio".
        [column] Khai báo trong mục derived của bảng ấy. Ở đây dùng được: { $known }.
       *[single] Chuyển ra [[derived]] ở cuối tệp. Trong bảng dùng được: { $known }.
    }
definition-derived-circle = Số liệu suy ra đi vòng tròn, số này tính từ số kia: { $names }.
    .hint = Sửa để ít nhất một số liệu trong vòng ấy chỉ tính từ các cột nhập vào.
previous-folder = { $why ->
        [name] “{ $name }” không phải là tên thư mục: chỉ ghi tên, không ghi đường dẫn.
        [same] “{ $name }” chính là thư mục của văn bản này, không phải số liệu năm trước.
        [missing] Bên cạnh thư mục này không có thư mục nào tên “{ $name }”.
        [empty] Thư mục “{ $name }” không có tệp bảng tính nào đọc được.
        [template] Thư mục “{ $name }” là số liệu của một loại văn bản khác.
        [year] Thư mục “{ $name }” là số liệu năm { $found }, không phải năm { $wanted }.
       *[errors] Số liệu năm trước trong thư mục “{ $name }” có { $count } lỗi (lỗi đầu: { $first }).
    }
    .hint = { $why ->
        [missing] { $has-near ->
            [yes] Có phải là “{ $near }”? Nếu đúng, sửa lại ô này.
           *[no] Sửa lại ô này, hoặc chép thư mục số liệu năm trước vào bên cạnh; nếu không so với năm trước thì để trống.
        }
        [errors] Chạy lệnh check với thư mục ấy và sửa các lỗi ở đó trước.
       *[other] Ghi tên thư mục số liệu năm trước, nằm cạnh thư mục của văn bản này; nếu không so với năm trước thì để trống.
    }
derived-row-missing = { $where ->
        [sheet] Trang “{ $sheet }” không có { $count ->
            [1] hàng
           *[other] { $count } hàng:
        } { $rows }, nên “{ $label }” của hàng ấy để trống.
        [previous] Số liệu năm trước (thư mục “{ $folder }”, trang “{ $sheet }”) không có { $count ->
            [1] hàng
           *[other] { $count } hàng:
        } { $rows }, nên “{ $label }” của hàng ấy để trống.
       *[issued] Bản đã ban hành ({ $folder }), bảng “{ $sheet }”, không có { $count ->
            [1] hàng
           *[other] { $count } hàng:
        } { $rows }, nên “{ $label }” của hàng ấy để trống.
    }
    .hint = { $has-near ->
        [yes] Ở đó có hàng “{ $near }”: nếu là một thì ghi hai tên giống nhau; nếu hàng ấy mới có thì không phải làm gì.
       *[no] Nếu tên hàng chỉ ghi khác nhau thì sửa cho giống nhau; nếu hàng ấy mới có thì không phải làm gì.
    }
derived-zero = “{ $label }” để trống, vì số chia ở ô { $cell } bằng 0.
    .hint = Kiểm tra lại ô này; nếu đúng là 0 thì không phải làm gì, câu văn cần đến số liệu ấy phải hỏi “is filled” trước.
derived-tie = “{ $label }”: các hàng { $rows } cùng có số liệu { $value }, nên không rõ chọn hàng nào.
    .hint = Kiểm tra lại các ô này. Nếu bằng nhau thật, người soạn mẫu ghi ties = "first" (lấy hàng trên) hoặc "all" (lấy tất cả) cho “{ $key }” trong document.toml.
derived-blank = { $why ->
        [words] “{ $label }” không tính được vì có ô ghi chữ quanh con số, nhưng { $line } cần đến ({ $key }).
        [row] “{ $label }” không tính được vì không có hàng tương ứng, nhưng { $line } cần đến ({ $key }).
        [zero] “{ $label }” không tính được vì số chia bằng 0, nhưng { $line } cần đến ({ $key }).
        [no-rows] “{ $label }”: không có hàng nào thỏa điều kiện, nhưng { $line } cần đến ({ $key }).
        [no-earlier] “{ $label }” không tính được vì chưa có số liệu năm trước hoặc bản đã ban hành để so, nhưng { $line } cần đến ({ $key }).
        [too-large] “{ $label }” không tính được vì con số quá dài, nhưng { $line } cần đến ({ $key }).
       *[blank] “{ $label }” không tính được vì có ô còn trống, nhưng { $line } cần đến ({ $key }).
    }
    .hint = { $why ->
        [words] Ghi riêng con số vào ô ấy, hoặc trong mẫu hỏi “is filled” trước khi in.
        [row] Sửa tên hàng cho khớp nhau, hoặc trong mẫu hỏi “is filled” trước khi in.
        [no-rows] Kiểm tra lại số liệu, hoặc trong mẫu hỏi “is filled” trước khi in.
        [no-earlier] Ghi tên thư mục số liệu năm trước vào trang thông tin văn bản, hoặc trong mẫu hỏi “is filled” trước khi in.
        [blank] Nhập giá trị cho ô còn trống, hoặc trong mẫu hỏi “is filled” trước khi in.
       *[other] Kiểm tra lại số liệu, hoặc trong mẫu hỏi “is filled” trước khi in.
    }
cell-braces = Ô này có chỗ điền “{"{"}{ $name }{"}"}”, nhưng ở đây không điền được: trên giấy sẽ in nguyên dấu ngoặc nhọn.
    .hint = Ghi thẳng nội dung vào ô; chỗ điền chỉ dùng trong các mục của văn bản.
phrase-blank = Mục “{ $heading }” để trống, nhưng tiêu đề “{ $text }” cần đến.
    .hint = Nhập nội dung cho mục này, hoặc bỏ { $name } khỏi tiêu đề trong document.toml.
narrative-unread = Tệp hoặc thư mục này nằm trong thư mục lời văn nhưng không được đọc: lời văn chỉ gồm các tệp có tên kết thúc bằng .typ.j2.
    .hint = Nếu là lời văn thì đổi đuôi tên tệp thành .typ.j2 (Windows có thể đang ẩn đuôi .txt); nếu không thì chuyển đi nơi khác.
narrative-missing = { $has-files ->
        [yes] Lời văn không có câu nào, văn bản sẽ không có nội dung.
       *[no] Thiếu lời văn: không có thư mục này, hoặc trong đó không có tệp nào tên kết thúc bằng .typ.j2. Văn bản sẽ không có nội dung.
    }
    .hint = Viết nội dung vào các tệp như 01-mo-dau.typ.j2 trong thư mục này. Khi lưu bằng Notepad, chọn kiểu “Tất cả tệp” (All files), nếu không tên tệp sẽ bị thêm .txt.
internal-fault = Chương trình gặp lỗi nội bộ ({ $detail }). Kết quả đã có trước đó được giữ nguyên; hãy gửi thông báo này cho người phụ trách.
code-stopped = { $why ->
        [time] Mã trình bày trong tệp này chạy quá { $seconds } giây mà chưa xong
       *[memory] Mã trình bày trong tệp này dùng quá { $memory } MB bộ nhớ
    } nên chương trình đã dừng lại; văn bản này không được lập.
    .hint = Tìm và bỏ vòng lặp không dứt, hàm tự gọi lại hoặc danh sách quá dài trong tệp này; nếu không tự sửa tệp thì chép lại bản gốc. Với văn bản này, mã trình bày được chạy tối đa { $seconds } giây và dùng tối đa { $memory } MB.
code-plugin = Mã trình bày không được dùng chương trình cài thêm (plugin).
    .hint = Bỏ lệnh plugin ở dòng này.
typst-fault = Mã trình bày (Typst) có lỗi nên không lập được văn bản; nguyên văn lời báo: “{ $detail }”.
    .hint = Nếu vừa sửa tệp trong templates/, hãy xem lại chỗ sửa.
typst-warning = Trang in có chỗ cần xem lại; thông báo của phần mềm dàn trang Typst: { $detail }.
    .hint = Văn bản vẫn lập được nhưng có thể in thiếu hoặc sai phông chữ ở chỗ ấy; xem lại tệp nêu trên trong templates/.

# Đọc và cập nhật tệp PDF để ký số
pdf-none = Đây không phải tệp PDF.
    .hint = Chọn tệp .pdf do “vanban build” lập.
pdf-too-large = Tệp PDF quá lớn để ký hoặc kiểm tra chữ ký.
    .hint = Ký tệp do “vanban build” lập; tệp ghép thêm bản quét thì ký riêng.
pdf-broken = Tệp PDF bị hỏng, không đầy đủ, hoặc có cấu trúc mà các phần mềm có thể hiểu khác nhau.
    .hint = Lập lại văn bản bằng “vanban build” rồi ký tệp ấy; không mở và lưu lại tệp bằng phần mềm khác trước khi ký.
pdf-cross-reference-stream = Tệp PDF đã được phần mềm khác lưu lại theo cấu trúc riêng (xref stream); ký tiếp vào tệp như vậy thì một số phần mềm báo chữ ký không hợp lệ.
    .hint = Ký tệp do “vanban build” ghi ra, không ký bản đã được phần mềm khác lưu lại.
pdf-encrypted = Tệp PDF có mật khẩu hoặc hạn chế quyền; không ký và không kiểm tra chữ ký được.
    .hint = Dùng tệp gốc không đặt mật khẩu.
pdf-unprepared = Không tạo được ô chữ ký trong tệp PDF.
sign-field-none = Tệp không có ô chữ ký { field-whose } ({ $field }); các ô đang có: { $known }.
    .hint = Chỉ văn bản đã có số và ngày, do “vanban build” lập, mới có ô chữ ký; dự thảo thì không.
sign-field-signed = Ô chữ ký { field-whose } đã được ký.
sign-after-seal = Cơ quan đã ký (đóng dấu) nên người có thẩm quyền không ký thêm được nữa.
    .hint = Người có thẩm quyền ký trước, cơ quan ký sau. Hãy bắt đầu lại từ tệp chưa ký.
sign-changed = Tệp đã bị sửa sau khi ký nên không ký tiếp được.
    .hint = Chạy “vanban verify” để xem tệp bị sửa chỗ nào; dùng lại tệp đã ký chưa bị sửa.
sign-time = Thời gian ký “{ $time }” không đúng dạng D:20261122110000+07'00'.
sign-drawing = Không vẽ được hình chữ ký.
sign-picture = Không đọc được hình chữ ký: tệp bị hỏng hoặc bị cắt ngang.
    .hint = Lưu lại hình dưới dạng PNG, nền trong suốt.
sign-picture-kind = Hình chữ ký không phải tệp PNG.
    .hint = Nghị định 30/2020/NĐ-CP quy định định dạng .png, nền trong suốt.
sign-picture-large = Hình chữ ký quá lớn ({ $width } × { $height } điểm ảnh).
    .hint = Dùng hình khoảng 600 điểm ảnh cho mỗi inch, không quá 40 triệu điểm ảnh.
sign-picture-wide = Hình dấu theo kích thước thật là { $width } × { $height } mm, lớn hơn ô chữ ký { $field-width } × { $field-height } mm.
    .hint = Ghi đúng kích thước thật của dấu.

# Những gì xảy ra sau một chữ ký
later-filled = sau đó ô chữ ký { field-whose } được ký
later-validation-data = sau đó dữ liệu xác minh (chứng thư, trạng thái thu hồi) được thêm vào
later-pages = sau khi ký, số trang hoặc thứ tự trang bị đổi (trước { $before }, nay { $after })
later-page = sau khi ký, nội dung trang { $page } bị sửa
later-annotations = sau khi ký, có lớp bị thêm, bớt hoặc sửa trên trang { $page }
later-form = sau khi ký, ô chữ ký { field-whose } bị sửa ngoài việc ký
later-catalog = sau khi ký, thuộc tính chung của tệp bị sửa
later-trailer = sau khi ký, phần cuối tệp trỏ sang chỗ khác
later-unlisted = sau khi ký, tệp được thêm dữ liệu không có trong bảng tham chiếu
later-object = sau khi ký, đối tượng số { $object } trong tệp bị thêm hoặc sửa
later-bytes = sau khi ký, có dữ liệu lạ nối vào cuối tệp
later-range = chữ ký không bao gồm toàn bộ nội dung tệp

# Khóa và chứng thư số
key-password = Sai mật khẩu của tệp khóa.
    .hint = Nhập lại, chú ý chữ hoa và bộ gõ tiếng Việt; chưa có gì được ký.
key-broken = Tệp khóa bị hỏng hoặc không phải tệp PKCS#12.
    .hint = Dùng đúng tệp .p12 hoặc .pfx do tổ chức cung cấp chứng thư số cấp.
key-encryption = Tệp khóa được mã hóa bằng cách mà chương trình không biết.
    .hint = Xuất lại tệp với AES-256, ví dụ bằng phiên bản mới hơn của công cụ.
key-none = Trong tệp không có khóa bí mật.
    .hint = Tệp chỉ có chứng thư thì không ký được; hãy dùng tệp có khóa bí mật.
key-several = Trong tệp có { $count } khóa.
    .hint = Xuất riêng khóa dùng để ký thành một tệp.
key-certificate = Không chứng thư nào trong tệp là của khóa ấy; các chứng thư đang có: { $names }.
    .hint = Xuất khóa cùng với chứng thư của chính nó.
key-weak = Khóa quá yếu để ký ({ $algorithm }).
    .hint = Đề nghị cấp khóa từ 2048 bit (RSA) hoặc 256 bit (ECDSA) trở lên.
key-kind = Chương trình không ký được bằng loại khóa này.
    .hint = Dùng được RSA từ 2048 bit, ECDSA P-256 và P-384.
key-mismatch = Khóa vừa ký không phải khóa của chứng thư số { $name }; chưa có gì được ghi ra.
    .hint = Nhờ đơn vị cấp thiết bị kiểm tra: khóa và chứng thư mang cùng số hiệu nhưng không cùng một cặp.
token-module = Không dùng được mô-đun PKCS#11 { $file }: { $loading ->
        [file] không mở được tệp ấy, hoặc tệp không phải thư viện dùng được trên máy này
        [symbol] tệp không phải mô-đun PKCS#11
       *[start] mô-đun báo lỗi { $detail }
    }.
    .hint = Cài phần mềm của nhà sản xuất thiết bị và chỉ đúng tệp .so hoặc .dll 64 bit của họ.
token-none = Không thấy thiết bị lưu khóa nào qua { $file }.
    .hint = Cắm thiết bị vào máy, đợi đèn sáng rồi ký lại.
token-several = Có nhiều thiết bị lưu khóa: { $names }.
    .hint = Chọn một thiết bị bằng --token, hoặc rút các thiết bị khác ra.
token-unknown = Không có thiết bị nào tên “{ $label }”; đang có: { $names }.
    .hint = Kiểm tra --token, hoặc cắm đúng thiết bị.
token-locked = Thiết bị “{ $label }” đã bị khóa vì nhập sai mã PIN nhiều lần.
    .hint = Liên hệ đơn vị cấp thiết bị để mở khóa.
token-final-try = Thiết bị “{ $label }” chỉ còn một lần nhập mã PIN nên chương trình không đụng đến.
    .hint = Nhập đúng mã PIN một lần bằng phần mềm của nhà sản xuất, rồi ký lại.
token-pin = Mã PIN của thiết bị “{ $label }” không đúng.
    .hint = Chương trình không tự thử lại: nhập sai thêm vài lần thì thiết bị bị khóa.
token-pin-last = Mã PIN của thiết bị “{ $label }” không đúng, và chỉ còn một lần nhập.
    .hint = Hỏi lại người giữ thiết bị; nhập đúng một lần bằng phần mềm của nhà sản xuất trước khi ký tiếp.
token-pin-length = Chưa thử mã PIN: mã PIN của thiết bị “{ $label }” có từ { $least } đến { $most } ký tự.
    .hint = Nhập đủ mã PIN; nếu để trong tệp thì mã PIN đứng một mình ở dòng đầu.
token-pin-expired = Mã PIN của thiết bị “{ $label }” đã hết hạn.
    .hint = Đổi mã PIN bằng phần mềm của nhà sản xuất.
token-removed = Thiết bị lưu khóa đã bị rút ra.
    .hint = Cắm lại thiết bị rồi ký lại; những tệp đã ký xong vẫn còn.
token-failed = Thiết bị lưu khóa báo lỗi, mã { $detail }.
    .hint = Rút ra cắm lại, hoặc thử ký bằng phần mềm của nhà sản xuất xem thiết bị còn hoạt động không.
token-no-certificate = Trên thiết bị “{ $label }” không có chứng thư số của người ký.
    .hint = Kiểm tra xem đã cắm đúng thiết bị chưa.
token-no-key = Trên thiết bị không có khóa bí mật của chứng thư { $name }.
    .hint = Kiểm tra xem đã cắm đúng thiết bị chưa.
token-certificate-unknown = Trên thiết bị “{ $label }” không có chứng thư nào là “{ $wanted }”; đang có: { $names }.
    .hint = Chọn một chứng thư trong đó bằng --certificate.
token-certificates = Trên thiết bị có nhiều chứng thư ký được: { $names }.
    .hint = Chọn một chứng thư bằng --certificate, theo số hiệu trong ngoặc.
token-mechanism = Thiết bị không ký được theo cách này ({ $detail }).
    .hint = Bỏ --pss nếu có, hoặc hỏi nhà sản xuất thiết bị.
certificate-broken = Không đọc được chứng thư số: dữ liệu bị hỏng hoặc không phải chứng thư.
    .hint = Lấy lại chứng thư (tệp .pem, .crt, .cer) từ tổ chức cấp.
certificate-not-yet = Chứng thư số của { $name } chỉ có hiệu lực từ { $from } (thời điểm xét: { $at }).
    .hint = Kiểm tra ngày giờ của máy, hoặc đợi đến khi chứng thư có hiệu lực.
certificate-expired = Chứng thư số của { $name } đã hết hạn ngày { $until } (thời điểm xét: { $at }).
    .hint = Làm thủ tục gia hạn chứng thư; chữ ký có dấu thời gian vẫn có giá trị sau khi chứng thư hết hạn.
certificate-usage = Chứng thư số của { $name } không dùng để ký văn bản.
    .hint = Chọn chứng thư ký số, không chọn chứng thư của tổ chức cấp, của máy chủ hay của dịch vụ dấu thời gian.
certificate-weak = Chứng thư số của { $name } dựa trên thuật toán không còn an toàn ({ $algorithm }).
    .hint = Đề nghị cấp chứng thư mới.
certificate-algorithm = Chứng thư số của { $name } dùng thuật toán mà chương trình không biết ({ $algorithm }).
certificate-beside = Chữ ký kèm thêm chứng thư của { $name } không thuộc đường dẫn chứng thực của người ký hoặc đã bị sửa; chứng thư này không cần đến.
certificate-forged = Chứng thư số của { $name } không mang chữ ký của { $issuer }.
certificate-critical = Chứng thư số của { $name } có điều kiện bắt buộc mà chương trình không biết ({ $extension }).
certificate-no-authority = Chứng thư của { $name } không được quyền cấp chứng thư, nhưng đã được dùng để cấp.
certificate-unknown = Chứng thư số của { $name } dẫn đến “{ $authority }”, không có trong danh sách tổ chức được tin cậy.
    .hint = Nếu tin cậy tổ chức ấy thì thêm chứng thư của họ bằng --trust.

certificate-revoked = Chứng thư số của { $name } đã bị thu hồi từ { $since }.
    .hint = Không dùng chứng thư này nữa; liên hệ tổ chức cấp chứng thư.

# Thu hồi chứng thư
revocation-unchecked = Chưa kiểm tra được chứng thư của { $name } có bị thu hồi hay không: { $reason ->
        [revocation-no-address] chứng thư không ghi nơi hỏi
        [revocation-no-issuer] không có chứng thư của tổ chức cấp
        [revocation-no-trust] chứng thư không dẫn đến tổ chức nào được tin cậy nên chương trình không gọi đến địa chỉ ghi trong đó
        [revocation-none] trong tệp không có trả lời nào về chứng thư này
        [certificate-weak] tổ chức cấp dùng thuật toán mà chương trình không nhận ({ $algorithm })
        [certificate-algorithm] tổ chức cấp dùng thuật toán mà chương trình không nhận ({ $algorithm })
        [revocation-other] trả lời nhận được không nói về chứng thư này
        [revocation-refused] máy chủ từ chối trả lời (trạng thái { $status })
        [revocation-broken] không đọc được trả lời
        [revocation-forged] trả lời không mang chữ ký của tổ chức cấp
        [revocation-stale] trả lời là của { $time }, đã quá hạn hoặc chưa đến hạn
        [revocation-unknown] máy chủ không biết chứng thư này
        [revocation-scope] danh sách thu hồi chỉ nói về một phần chứng thư
        [server-address] “{ $url }” không phải địa chỉ máy chủ (http://…)
        [server-refused] máy chủ { $url } từ chối (HTTP { $status })
        [server-unreachable] máy chủ { $url } không trả lời ({ system-why })
       *[other] { $reason }
    }.

# Chữ ký và dấu thời gian
signature-broken = Không đọc được chữ ký: dữ liệu bị hỏng hoặc không đúng chuẩn.
signature-signers = Chữ ký có { $count } người ký thay vì một.
signature-no-certificate = Trong chữ ký thiếu chứng thư số của người ký.
signature-weak = Chữ ký dùng thuật toán không còn an toàn ({ $algorithm }).
signature-algorithm = Chữ ký dùng thuật toán mà chương trình không biết ({ $algorithm }).
signature-forged = Chữ ký không được tạo bằng khóa của chứng thư kèm theo.
signature-other-content = Nội dung đã ký bị thay đổi.
signature-other-certificate = Chứng thư trong chữ ký không phải chứng thư đã dùng để ký.
stamp-broken = Không đọc được dấu thời gian: dữ liệu bị hỏng hoặc không đúng chuẩn.
stamp-refused = Máy chủ dấu thời gian { $url } không cấp dấu thời gian (trạng thái { $status }).
    .hint = Thử lại sau, hoặc hỏi nhà cung cấp xem cơ quan có được dùng máy chủ ấy không.
stamp-imprint = Dấu thời gian là của một chữ ký khác.
stamp-nonce = Dấu thời gian không trả lời đúng yêu cầu đã gửi.
stamp-time = Dấu thời gian ghi { $time }, nhưng đồng hồ của máy là { $now }.
    .hint = Chỉnh lại ngày, giờ và múi giờ của máy rồi ký lại.
stamp-certificate = Chứng thư của { $name } không phải chứng thư cấp dấu thời gian.
server-address = “{ $url }” không phải địa chỉ máy chủ (http://…).
server-refused = Máy chủ { $url } từ chối yêu cầu (HTTP { $status }).
server-unreachable = Máy chủ { $url } không trả lời sau { $tries } lần thử ({ system-why }).
    .hint = Kiểm tra mạng và địa chỉ rồi ký lại; chưa có gì được ký.
random-none = Hệ thống không cấp được số ngẫu nhiên để ký.
sign-too-large = Chữ ký không đủ chỗ trong tệp.
sign-unproved = Tệp đã ký không qua được lần kiểm tra sau khi ký (điểm kiểm tra { $detail }) nên không được ghi ra.

# Chữ ký số trong lệnh verify
verify-no-stamp = Chữ ký không có dấu thời gian: thời điểm ký là theo đồng hồ máy của người ký.
verify-no-anchors = Chưa kiểm tra chứng thư có dẫn đến tổ chức được tin cậy hay không.
    .hint = Chỉ ra chứng thư của tổ chức ấy (PEM) bằng --trust.
verify-stamp-unknown = Dấu thời gian của { $name } dẫn đến “{ $authority }”, không có trong danh sách tổ chức được tin cậy.

# Lệnh sign
sign-key = Người ký: { $name }, chứng thư do { $issuer } cấp
sign-password = Mật khẩu của { $file }:
sign-pin = Mã PIN của thiết bị “{ $label }”:
sign-pin-pad = Nhập mã PIN trên thiết bị “{ $label }”.
sign-no-stamp = Mức b: không có dấu thời gian. Thời gian trong chữ ký là của máy này; dùng --tsa để có dấu thời gian chứng thực.
sign-waiting = Đang đợi máy chủ { $url } (lần { $number }) …
sign-stamped = Dấu thời gian { $time } do { $server } cấp
sign-exists = Đã có tệp ký này, chương trình không ghi đè.
    .hint = Nếu cần ký lại văn bản thì chuyển tệp ấy đi chỗ khác trước.
sign-stopped = Còn { $count } tệp chưa ký vì thiết bị lưu khóa từ chối.
sign-no-server = Cần dấu thời gian (--level t hoặc lt) nhưng chưa có máy chủ.
    .hint = Chỉ ra máy chủ bằng --tsa hoặc trong hồ sơ ký số.
sign-no-evidence = Không lưu được bằng chứng về thu hồi chứng thư (--level lt): chưa kiểm tra được chứng thư của { $name }.
    .hint = Kiểm tra mạng rồi ký lại, hoặc ký với --level t; chưa có gì được ghi ra.
sign-no-key = Chưa chỉ ra khóa.
    .hint = Chỉ ra tệp PKCS#12 bằng --key, mô-đun của thiết bị bằng --pkcs11, hoặc ghi trong hồ sơ ký số.
password-unreadable = Không đọc được mật khẩu ({ system-why }).
    .hint = Chạy lệnh trên cửa sổ dòng lệnh, hoặc đưa mật khẩu bằng --password-file hay --password-fd.

# Lời lệnh verify nói về chữ ký
signature-holds = {"    "}Chữ ký { field-whose }: HỢP LỆ
signature-fails = {"    "}Chữ ký { field-whose }: KHÔNG HỢP LỆ
signature-problem = {"      "}- { $text }
signature-doubt = {"      "}(lưu ý) { $text }
signature-signer = {"      "}người ký: { $value }
signature-issuer = {"      "}chứng thư: do { $value } cấp, số { $serial }
signature-trusted = {"      "}tổ chức được tin cậy: { $value }
signature-claimed = {"      "}thời gian theo máy của người ký: { $value }
signature-stamped = {"      "}dấu thời gian: { $value } do { $server } cấp
signature-made-with = {"      "}thuật toán: { $value }
signature-reason = {"      "}lý do ký: { $value }
signature-location = {"      "}nơi ký: { $value }
signature-not-revoked = {"      "}thu hồi: { $name }: không bị thu hồi, tính đến { $time } ({ $kind ->
        [ocsp] trả lời OCSP
       *[crl] danh sách CRL
    }, { $source ->
        [file] lưu trong tệp
       *[other] { $source }
    })
signature-revoked = {"      "}thu hồi: { $name }: BỊ THU HỒI từ { $since }, theo tin ngày { $time } ({ $kind ->
        [ocsp] trả lời OCSP
       *[crl] danh sách CRL
    }, { $source ->
        [file] lưu trong tệp
       *[other] { $source }
    })
signature-covered = {"      "}{ $is-whole ->
        [yes] chữ ký bao gồm toàn bộ nội dung tệp
       *[no] chữ ký bao gồm nội dung tệp đến lần cập nhật { $value } trên { $count }
    }
signature-later = {"      "}được phép: { $text }
signature-vacant = {"    "}Ô chữ ký { field-whose }: chưa ký
signature-none = {"    "}Tệp không có chữ ký số.
