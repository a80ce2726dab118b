//! Documents as offices write them.

/// One set of particulars: what stands in [`CELLS`], the date, the year, the recipients.
#[derive(Clone, Copy)]
pub struct Sheet {
    pub cells: [&'static str; 10],
    pub date: (u16, u8, u8),
    pub year: &'static str,
    pub recipients: &'static [&'static str],
}

/// Cells of the particulars, in their order.
pub const CELLS: [&str; 10] = ["B3", "B4", "B5", "B6", "B7", "B8", "B10", "B11", "B15", "B16"];

const COMMITTEE: &str = "ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN";
const DEPARTMENT: &str = "SỞ TÀI CHÍNH";

const fn sheet(
    cells: [&'static str; 10],
    date: (u16, u8, u8),
    year: &'static str,
    recipients: &'static [&'static str],
) -> Sheet {
    Sheet { cells, date, year, recipients }
}

/// What each is, and its particulars.
pub const ORDINARY: &[(&str, Sheet)] = &[
    (
        "plan",
        sheet(
            [
                "",
                "ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN",
                "UBND tỉnh",
                "85",
                "KH-UBND",
                "Thái Nguyên",
                "Kế hoạch",
                "Thực hiện công tác giảm nghèo\nnăm {Năm kế hoạch}",
                "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
                "Nguyễn Văn Mẫu",
            ],
            (2024, 5, 8),
            "2024",
            &["Bộ Tài chính", "Các sở, ban, ngành", "Lưu: VT, TH"],
        ),
    ),
    (
        "decision of the chairman",
        sheet(
            [
                "",
                COMMITTEE,
                "UBND tỉnh",
                "9",
                "QĐ-UBND",
                "Thái Nguyên",
                "QUYẾT ĐỊNH",
                "Về việc giao dự toán chi ngân sách năm 2026",
                "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
                "Trần Thị Bình",
            ],
            (2025, 12, 28),
            "2026",
            &[
                "Như Điều 3",
                "Bộ Tài chính (để b/c)",
                "Thường trực Tỉnh ủy (để b/c)",
                "UBND các xã, phường",
                "Lưu: VT, KT (03b)",
            ],
        ),
    ),
    (
        "decision of a department",
        sheet(
            [
                "UBND TỈNH THÁI NGUYÊN",
                DEPARTMENT,
                "Sở Tài chính",
                "7",
                "QĐ-STC",
                "Thái Nguyên",
                "Quyết định",
                "Ban hành Quy chế làm việc",
                "GIÁM ĐỐC",
                "Lê Văn An",
            ],
            (2026, 2, 3),
            "2026",
            &["Như Điều 2", "Lưu: VT"],
        ),
    ),
    (
        "letter of a committee",
        sheet(
            [
                "",
                COMMITTEE,
                "UBND tỉnh",
                "1204",
                "UBND-KT",
                "Thái Nguyên",
                "Công văn",
                "V/v rà soát hộ nghèo năm 2026",
                "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG",
                "Hoàng Thị Ngọc Ánh",
            ],
            (2026, 3, 9),
            "2026",
            &["Như trên", "Chủ tịch, các PCT UBND tỉnh", "Lưu: VT, KT, Hà"],
        ),
    ),
    (
        "letter of a department",
        sheet(
            [
                "UBND TỈNH THÁI NGUYÊN",
                "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
                "Sở GDĐT",
                "33",
                "SGDĐT-KHTC",
                "Thái Nguyên",
                "Công văn",
                "V/v báo cáo số liệu",
                "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
                "H'Hen Niê",
            ],
            (2026, 3, 9),
            "2026",
            &["Như trên", "Lưu: VT, KHTC (2)"],
        ),
    ),
    (
        "report on last year",
        sheet(
            [
                "",
                "ỦY BAN NHÂN DÂN\nXÃ TÂN CƯƠNG",
                "UBND xã",
                "15",
                "BC-UBND",
                "Tân Cương",
                "Báo cáo",
                "Kết quả thực hiện nhiệm vụ năm 2025",
                "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
                "Vàng A Páo",
            ],
            (2026, 1, 15),
            "2025",
            &["UBND tỉnh", "Đảng ủy, HĐND xã", "Các ấp, xóm", "Lưu: VT"],
        ),
    ),
    (
        "submission",
        sheet(
            [
                "UBND TỈNH THÁI NGUYÊN",
                "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
                "Sở Nông nghiệp và Môi trường",
                "412",
                "TTr-SNNMT",
                "Thái Nguyên",
                "Tờ trình",
                "Về việc phê duyệt Kế hoạch năm 2026",
                "Q. GIÁM ĐỐC",
                "Phạm Văn Sỹ",
            ],
            (2025, 11, 20),
            "2026",
            &["Như trên", "Ban Giám đốc", "Trung tâm Lưu trữ lịch sử tỉnh", "Lưu: VT, PTNT"],
        ),
    ),
    (
        "notice of conclusions",
        sheet(
            [
                "UBND TỈNH THÁI NGUYÊN",
                "VĂN PHÒNG",
                "VP UBND tỉnh",
                "101",
                "TB-VP",
                "Thái Nguyên",
                "Thông báo",
                "Kết luận của Chủ tịch UBND tỉnh tại phiên họp",
                "KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG",
                "Đỗ Như Trường",
            ],
            (2026, 6, 1),
            "2026",
            &["Các sở, ban, ngành", "Bệnh viện đa khoa huyện Đại Từ", "Lưu: VT, TH"],
        ),
    ),
    (
        "invitation",
        sheet(
            [
                "",
                "ỦY BAN NHÂN DÂN\nPHƯỜNG PHAN ĐÌNH PHÙNG",
                "UBND phường",
                "05",
                "GM-UBND",
                "Phường Phan Đình Phùng",
                "Giấy mời",
                "Dự Hội nghị triển khai nhiệm vụ",
                "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
                "Ông Ích Khiêm",
            ],
            (2026, 1, 4),
            "2026",
            &["Như trên", "Lưu: VT"],
        ),
    ),
    (
        "resolution",
        sheet(
            [
                "",
                "HỘI ĐỒNG NHÂN DÂN\nTỈNH THÁI NGUYÊN",
                "HĐND tỉnh",
                "26",
                "NQ-HĐND",
                "Thái Nguyên",
                "Nghị quyết",
                "Phê chuẩn quyết toán ngân sách năm 2024",
                "CHỦ TỊCH",
                "Nguyễn Thị Kim-Anh",
            ],
            (2025, 12, 10),
            "2024",
            &["Ủy ban Thường vụ Quốc hội", "Chính phủ", "TT HĐND, UBND các xã, phường", "Lưu: VT, CTHĐ"],
        ),
    ),
    (
        "program of a steering committee",
        sheet(
            [
                "UBND TỈNH THÁI NGUYÊN",
                "BAN CHỈ ĐẠO GIẢM NGHÈO",
                "Ban Chỉ đạo",
                "3",
                "CTr-BCĐ",
                "Thái Nguyên",
                "Chương trình",
                "Công tác năm 2026",
                "KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN",
                "Bùi Văn Lương",
            ],
            (2026, 1, 4),
            "2026",
            &["Thành viên Ban Chỉ đạo", "Lưu: VT, BCĐ"],
        ),
    ),
    (
        "plan of a hospital",
        sheet(
            [
                "SỞ Y TẾ",
                "BỆNH VIỆN ĐA KHOA",
                "Bệnh viện Đa khoa",
                "62",
                "KH-BVĐK",
                "Thành phố Hồ Chí Minh",
                "Kế hoạch",
                "Khám sức khỏe năm 2026",
                "TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG KẾ HOẠCH",
                "Lý Thị Hoa",
            ],
            (2025, 8, 4),
            "2026",
            &["Các khoa, phòng", "Lưu: VT, KHTH"],
        ),
    ),
];
