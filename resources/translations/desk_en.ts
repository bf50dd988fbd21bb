<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>desk</name>
    <message>
        <location filename="../../desk_app/ui/act_fields.py"/>
        <source>đ</source>
        <translation>đ</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_fields.py"/>
        <source>Ghi số tiền bằng chữ số, ví dụ 20000.</source>
        <translation>Write the amount in digits, for example 20000.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_fields.py"/>
        <source>Ghi ngày dạng 23/11/2026.</source>
        <translation>Write the date as 23/11/2026.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_fields.py"/>
        <source>{0}: ngày</source>
        <translation>{0}: date</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_fields.py"/>
        <source>{0}: giờ</source>
        <translation>{0}: time</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_fields.py"/>
        <source>Ghi ngày dạng 23/11/2026 và giờ dạng 17:00.</source>
        <translation>Write the date as 23/11/2026 and the time as 17:00.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_fields.py"/>
        <source>Mỗi dòng một nội dung</source>
        <translation>One item per line</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_fields.py"/>
        <source>Gõ một phần tên hoặc mã thủ tục</source>
        <translation>Type a part of the procedure's name or code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_fields.py"/>
        <source>Chọn một thủ tục trong danh sách gợi ý.</source>
        <translation>Choose a procedure from the suggestions.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_form.py"/>
        <source>Ghi nhận (Ctrl+Enter)</source>
        <translation>Record (Ctrl+Enter)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_form.py"/>
        <source>Ngày giờ máy đúng, ghi nhận</source>
        <translation>The machine's date is right, record</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_form.py"/>
        <source>Quay lại (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_form.py"/>
        <source>Việc với hồ sơ này</source>
        <translation>Acts on this dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_form.py"/>
        <source>Ghi nhận</source>
        <translation>Record</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_form.py"/>
        <source>In {0}</source>
        <translation>Print {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Tiền mặt</source>
        <translation>Cash</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Chuyển khoản</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>không bắt buộc</source>
        <translation>optional</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>phiếu bàn giao</source>
        <translation>the hand-over list</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>phiếu xác nhận thu tiền</source>
        <translation>the cash confirmation</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>phiếu hẹn</source>
        <translation>the appointment slip</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>phiếu yêu cầu bổ sung (Mẫu 02)</source>
        <translation>the supplement request (Form 02)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>phiếu từ chối (Mẫu 03)</source>
        <translation>the refusal (Form 03)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>phiếu xin lỗi, hẹn lại (Mẫu 04)</source>
        <translation>the apology with a new date (Form 04)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>thông báo dừng (Mẫu 05)</source>
        <translation>the notice of stopping (Form 05)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>phiếu kiểm soát (Mẫu 06)</source>
        <translation>the control sheet (Form 06)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Bàn giao cho (bộ phận, phòng)</source>
        <translation>Hand over to (office, section)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần ghi nơi nhận hồ sơ.</source>
        <translation>Say where the dossier goes.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Người nhận</source>
        <translation>Collector</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Người nhận làm gì</source>
        <translation>What the receiver does</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Bắt đầu giải quyết hồ sơ</source>
        <translation>Begins to process the dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Chỉ giữ hộ, chưa giải quyết</source>
        <translation>Only keeps it, does not process it yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Nơi nhận</source>
        <translation>Goes to</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>tên hoặc mã đơn vị; để trống: cấp trên</source>
        <translation>a unit's name or code; empty: the superior office</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Ghi chú (số, ngày của kết quả)</source>
        <translation>Note (number and date of the result)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần bổ sung những gì (một lần, đầy đủ)</source>
        <translation>What has to be added (once, complete)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần ghi nội dung cần bổ sung.</source>
        <translation>Say what has to be added.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Thời hạn tính lại</source>
        <translation>The time limit counts</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Từ đầu, kể từ hôm nay</source>
        <translation>Anew, from today</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Kéo dài thêm số ngày đã chờ</source>
        <translation>Longer by the days waited</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Lý do từ chối, theo pháp luật</source>
        <translation>Reason for refusal, by law</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần ghi lý do từ chối.</source>
        <translation>Give the reason for the refusal.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Lý do dừng giải quyết</source>
        <translation>Reason for stopping</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần ghi lý do dừng giải quyết.</source>
        <translation>Give the reason for stopping.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Căn cứ (văn bản, điều khoản)</source>
        <translation>Legal basis (document, article)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>in ở thông báo dừng, Mẫu 05</source>
        <translation>printed on the notice of stopping, Form 05</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Theo đề nghị của người nộp</source>
        <translation>At the submitter's request</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Lý do chậm</source>
        <translation>Reason for the delay</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần ghi lý do chậm trả kết quả.</source>
        <translation>Give the reason for the delayed result.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Hẹn thêm mấy ngày làm việc</source>
        <translation>How many more working days</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Số tiền (đồng)</source>
        <translation>Amount (dong)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần ghi số tiền công dân phải nộp.</source>
        <translation>Say how much the citizen has to pay.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Nộp khoản gì, theo văn bản nào</source>
        <translation>What is to be paid, by which document</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Số, ký hiệu của kết quả</source>
        <translation>Number and sign of the result</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Ngày của kết quả</source>
        <translation>Date of the result</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Nhận từ đâu</source>
        <translation>Where it came from</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Nội dung ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Chưa có nội dung ghi chú.</source>
        <translation>There is no note yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Hồ sơ để ở đâu</source>
        <translation>Where the dossier lies</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Tủ 2, ngăn 3; để trống: bỏ ghi nơi để</source>
        <translation>Cabinet 2, shelf 3; empty: forget the place</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Kết quả sai ở đâu</source>
        <translation>What is wrong with the result</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần ghi kết quả sai ở đâu.</source>
        <translation>Say what is wrong with the result.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Lý do hủy tiếp nhận</source>
        <translation>Reason for annulling the intake</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần ghi lý do hủy tiếp nhận.</source>
        <translation>Give the reason for annulling the intake.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Mã hồ sơ đúng, nếu nhập trùng</source>
        <translation>The right dossier's number, if this is a double</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Giấy tờ chuyển kèm</source>
        <translation>Papers sent along</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Giấy tờ trả lại</source>
        <translation>Papers given back</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Lý do rút</source>
        <translation>Reason for withdrawing</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần ghi lý do rút hồ sơ.</source>
        <translation>Give the reason for withdrawing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Số tiền (đồng), còn phải thu {0}</source>
        <translation>Amount (dong), still due {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần ghi số tiền đã thu.</source>
        <translation>Say how much was taken.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Trả bằng</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Mã giao dịch, chứng từ đã thấy</source>
        <translation>Transaction number, proof seen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>bắt buộc khi chuyển khoản</source>
        <translation>needed for a transfer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Người nộp tiền</source>
        <translation>Who pays</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Số điện thoại đã gọi</source>
        <translation>Phone number called</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần ghi số điện thoại đã gọi.</source>
        <translation>The number called is needed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Người nghe</source>
        <translation>Who answered</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Kết quả cuộc gọi</source>
        <translation>Outcome of the call</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Lý do đính chính, cấp lại</source>
        <translation>Reason for the correction, the new slip</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần ghi lý do đính chính.</source>
        <translation>Give the reason for the correction.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Hạn trả (chỉ khi thủ tục không có thời hạn)</source>
        <translation>Due time (only where the procedure has no limit)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Hạn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Người nộp và những người khác trong hồ sơ</source>
        <translation>The applicant and everybody else of the dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Giấy tờ đã nhận</source>
        <translation>Papers received</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Hoàn tác việc</source>
        <translation>Undo</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Lý do hoàn tác</source>
        <translation>Reason for undoing</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần ghi lý do hoàn tác.</source>
        <translation>Give the reason for undoing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_list.py"/>
        <source>Tìm việc cần làm</source>
        <translation>Find what to do</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_list.py"/>
        <source>Gõ tên việc: ban giao, bo sung, xin loi…</source>
        <translation>Type an act's name: hand over, supplement, apology…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_list.py"/>
        <source>Việc có thể làm với hồ sơ</source>
        <translation>What can be done with the dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_pane.py"/>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_pane.py"/>
        <source>Việc cho {0} hồ sơ đã chọn</source>
        <translation>Acts on {0} chosen dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_pane.py"/>
        <source>{0}: {1} hồ sơ</source>
        <translation>{0}: {1} dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_pane.py"/>
        <source> và </source>
        <translation> and </translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_pane.py"/>
        <source> Đang in {0}.</source>
        <translation> Printing {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_pane.py"/>
        <source> Hạn trả: {0}.</source>
        <translation> Due: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_pane.py"/>
        <source>✓ Đã ghi: {0}.{1}{2}</source>
        <translation>✓ Recorded: {0}.{1}{2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_pane.py"/>
        <source>Phiếu bàn giao</source>
        <translation>Hand-over list</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_pane.py"/>
        <source>Hạn trả giữ nguyên: {0}.</source>
        <translation>The due time stays: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_pane.py"/>
        <source> Phiếu xin lỗi này gửi muộn hơn quy định (trước hạn ít nhất một ngày).</source>
        <translation> This apology is sent later than the rules say (at least one day before it is due).</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_pane.py"/>
        <source>Hạn trả mới: {0}.{1}</source>
        <translation>New due time: {0}.{1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/address_field.py"/>
        <source>Số nhà, thôn, đường, rồi dấu phẩy và xã: thôn 1, xvd</source>
        <translation>House, hamlet, street, then a comma and the commune: thôn 1, xvd</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/address_field.py"/>
        <source>Nay là {0}</source>
        <translation>Now {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/address_field.py"/>
        <source>Nay đã chia: {0}</source>
        <translation>Now divided: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/address_field.py"/>
        <source> hoặc </source>
        <translation> or </translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/address_field.py"/>
        <source>trước đây: {0}</source>
        <translation>formerly: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/address_field.py"/>
        <source>{0} · mã {1}</source>
        <translation>{0} · code {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/apology_pane.py"/>
        <source>Cơ quan giải quyết cần thêm thời gian xử lý hồ sơ</source>
        <translation>Cơ quan giải quyết cần thêm thời gian xử lý hồ sơ</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/apology_pane.py"/>
        <source>Lý do chậm trả kết quả</source>
        <translation>Reason of the delay</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/apology_pane.py"/>
        <source>Số ngày làm việc hẹn thêm</source>
        <translation>Working days more</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/apology_pane.py"/>
        <source>F9  Hẹn lại và in Mẫu 04</source>
        <translation>F9  New due time, print Form 04</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/apology_pane.py"/>
        <source>Xin lỗi, hẹn lại và in Mẫu 04, phím F9</source>
        <translation>Apologise, set a new due time, print Form 04, key F9</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/apology_pane.py"/>
        <source>Esc  Về danh sách</source>
        <translation>Esc  Back to the list</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/apology_pane.py"/>
        <source>Về danh sách, phím Esc</source>
        <translation>Back to the list, key Esc</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/apology_pane.py"/>
        <source>Lý do chậm trả</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/apology_pane.py"/>
        <source>Số ngày làm việc hẹn thêm:</source>
        <translation>Working days more:</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/apology_pane.py"/>
        <source>Xin lỗi và hẹn lại ngày trả (Mẫu 04)</source>
        <translation>Apology and new due time (Form 04)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/apology_pane.py"/>
        <source>{0} Pháp luật chỉ cho hẹn lại một lần.</source>
        <translation>{0} The law allows only one new due time.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/apology_pane.py"/>
        <source>Hẹn trả {0}</source>
        <translation>Due {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/apology_pane.py"/>
        <source>✓ Đã hẹn lại{0} cho {1}, đang in Mẫu 04.</source>
        <translation>✓ New due time{0} for {1}, printing Form 04.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/away.py"/>
        <source>Nhận hộ {0}, chưa chuyển</source>
        <translation>Received for {0}, not sent yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/away.py"/>
        <source>Đã chuyển đến {0} lúc {1}, chờ nơi đó nhận</source>
        <translation>Sent to {0} at {1}, not accepted there yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/away.py"/>
        <source>Đang ở {0} từ {1}</source>
        <translation>At {0} since {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/away.py"/>
        <source>{0} đã chuyển về lúc {1}, chưa tới quầy</source>
        <translation>Sent back by {0} at {1}, not here yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/away.py"/>
        <source>Nhận hộ {0}</source>
        <translation>For {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/away.py"/>
        <source>Đang đến {0}</source>
        <translation>On its way to {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/away.py"/>
        <source>Ở {0} từ {1}</source>
        <translation>At {0} since {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/away.py"/>
        <source>Đang về từ {0}</source>
        <translation>Coming back from {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/bulk_outcome.py"/>
        <source>Kết quả từng hồ sơ</source>
        <translation>What became of each dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/bulk_outcome.py"/>
        <source>In phiếu bàn giao</source>
        <translation>Print the hand-over list</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/bulk_outcome.py"/>
        <source>; {0} hồ sơ chưa làm được, xem lý do bên dưới</source>
        <translation>; {0} dossiers could not be done, see the reasons below</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/bulk_outcome.py"/>
        <source>Đã làm {0} hồ sơ{1}.</source>
        <translation>{0} dossiers done{1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/bulk_outcome.py"/>
        <source>✓ {0}
Đã làm · {1}</source>
        <translation>✓ {0}
Done · {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/bulk_outcome.py"/>
        <source>✕ {0}
Chưa làm: {1}</source>
        <translation>✕ {0}
Not done: {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/call_pane.py"/>
        <source>Đã báo</source>
        <translation>Đã báo</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/call_pane.py"/>
        <source>Không nghe máy</source>
        <translation>Không nghe máy</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/call_pane.py"/>
        <source>Sai số</source>
        <translation>Sai số</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/call_pane.py"/>
        <source>Hẹn gọi lại</source>
        <translation>Hẹn gọi lại</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/call_pane.py"/>
        <source>Ghi chú cuộc gọi</source>
        <translation>Note on the call</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/call_pane.py"/>
        <source>ghi chú cuộc gọi, nếu cần</source>
        <translation>note on the call, if needed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/call_pane.py"/>
        <source>{0}, phím {1}</source>
        <translation>{0}, key {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/call_pane.py"/>
        <source>Chưa có số điện thoại</source>
        <translation>No phone number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/call_pane.py"/>
        <source>Chưa gọi lần nào.</source>
        <translation>Not called yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/call_pane.py"/>
        <source>✓ Đã ghi cuộc gọi cho {0}: {1}.</source>
        <translation>✓ Call recorded for {0}: {1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/channel_part.py"/>
        <source>Nộp trực tiếp tại quầy</source>
        <translation>Handed in at the counter</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/channel_part.py"/>
        <source>Đến qua bưu chính</source>
        <translation>Came by post</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/channel_part.py"/>
        <source>Nộp trên Cổng dịch vụ công</source>
        <translation>Filed on the public service portal</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/channel_part.py"/>
        <source>Hồ sơ đến bằng cách nào</source>
        <translation>How the dossier came</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/channel_part.py"/>
        <source>Mã hồ sơ trên Cổng</source>
        <translation>Dossier number on the portal</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/channel_part.py"/>
        <source>mã trên Cổng</source>
        <translation>portal number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/channel_part.py"/>
        <source>Ngày nộp</source>
        <translation>Day filed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/channel_part.py"/>
        <source>ngày nộp</source>
        <translation>day filed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/channel_part.py"/>
        <source>Giờ nộp</source>
        <translation>Time filed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/channel_part.py"/>
        <source>giờ</source>
        <translation>time</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/channel_part.py"/>
        <source>Đơn vị giải quyết (phi địa giới)</source>
        <translation>Unit that resolves it (another one)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/channel_part.py"/>
        <source>Đơn vị giải quyết: đơn vị này</source>
        <translation>Resolved by: this unit</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>&amp;Chủ hồ sơ, người nộp</source>
        <translation>&amp;Person concerned, applicant</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>Người đại &amp;diện</source>
        <translation>&amp;Representative</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>Được ủ&amp;y quyền</source>
        <translation>&amp;Authorised</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>Gửi &amp;bưu chính</source>
        <translation>By &amp;post</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>Họ tên người nhận</source>
        <translation>Collector's full name</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>quét thẻ căn cước, hoặc gõ</source>
        <translation>scan the citizen card, or type</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>Số giấy tờ</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>số căn cước của người nhận</source>
        <translation>collector's identity number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>Giấy ủy quyền đã xem</source>
        <translation>Authorisation seen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>số, ngày, nơi chứng thực của giấy ủy quyền</source>
        <translation>number, date, place of certification</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>Số hiệu bưu gửi</source>
        <translation>Postal number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>số trên biên lai gửi bưu điện</source>
        <translation>number on the post's receipt</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>Giấy tờ tùy thân đã đối chiếu</source>
        <translation>Identity paper compared</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>ví dụ: thẻ căn cước 990099000001</source>
        <translation>e.g. citizen card 990099000001</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>Lý do trả khi không có phiếu</source>
        <translation>Reason for returning without a slip</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>ví dụ: công dân báo mất phiếu hẹn</source>
        <translation>e.g. the citizen lost the slip</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>&amp;Mất phiếu hẹn</source>
        <translation>Slip &amp;lost</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>Công dân mất phiếu hẹn</source>
        <translation>The citizen lost the slip</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>Người nhận: {0}</source>
        <translation>Collector: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/collector_part.py"/>
        <source>Thẻ căn cước {0}</source>
        <translation>Thẻ căn cước {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/correction_boxes.py"/>
        <source>Cần có người nộp hồ sơ.</source>
        <translation>An applicant is needed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Tại quầy</source>
        <translation>At the counter</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Qua bưu chính</source>
        <translation>By post</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>qua bưu chính</source>
        <translation>by post</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>từ cổng dịch vụ công</source>
        <translation>from the public service portal</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Có ghi nhận khác nhau ở hai nơi, cần người xem lại.</source>
        <translation>Two places recorded different things; someone has to look.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Có ghi nhận do phiên bản mới hơn lập, máy này chưa hiểu hết.</source>
        <translation>Some records were made by a newer version; this machine does not understand all of them.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Có ghi nhận không đọc được.</source>
        <translation>Some records cannot be read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Chưa có lần tiếp nhận gốc ở máy này.</source>
        <translation>The original intake is not on this machine yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Hồ sơ dựng lại từ mã trên phiếu, chưa rõ tên và giấy tờ; đồng bộ, hoặc đính chính cho đủ.</source>
        <translation>Rebuilt from the code on the slip, names and papers not known yet; synchronise, or correct it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Có ghi nhận do nơi không có thẩm quyền lập, cần người xem lại.</source>
        <translation>Some records were made by someone without authority; someone has to look.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Hai quầy đã thu tiền cho cùng một khoản; kiểm tra và trả lại tiền thừa.</source>
        <translation>Two counters took money for the same fee; check, and give back what is too much.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Hai đơn vị ghi khác nhau khi chưa thấy nhau; gọi đơn vị kia rồi ghi lại cho đúng.</source>
        <translation>Two units wrote different things before they saw each other's; call the other unit and put it right.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Công dân rút ở nơi tiếp nhận trong lúc nơi giải quyết đã có kết quả; kết quả được giữ, báo công dân.</source>
        <translation>Withdrawn where it was received while the other unit had decided; the decision stands, tell the citizen.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Hồ sơ đã kết thúc trước khi đơn vị kia ghi nhận hồ sơ; gửi giấy tờ về nơi tiếp nhận.</source>
        <translation>The dossier had ended before the other unit accepted it; send the papers back to where it was received.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Hai quầy chuyển hồ sơ đi hai nơi; nơi nào ghi nhận trước thì giữ, báo nơi kia gửi lại.</source>
        <translation>Two desks sent it to two units; the one that accepts it first keeps it, ask the other to send it back.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Hai đơn vị cùng ghi đã nhận hồ sơ; gọi để biết giấy tờ thật ở đâu.</source>
        <translation>Two units both say that they have it; call to learn where the papers are.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Có ghi nhận trái với trạng thái lúc đó, không được tính; cần người xem lại.</source>
        <translation>A record contradicts the status at that time and does not count; somebody has to look at it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Hạn trả {0}</source>
        <translation>Due {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Ⅱ Tạm dừng tính thời hạn, chờ công dân · {0}</source>
        <translation>Ⅱ The time limit is paused, waiting for the citizen · {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>! Quá hạn · {0}</source>
        <translation>! Overdue · {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Hôm nay đến hạn</source>
        <translation>Due today</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Ngày mai đến hạn</source>
        <translation>Due tomorrow</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Trích yếu</source>
        <translation>Subject</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Tiếp nhận</source>
        <translation>Intake</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Nơi giải quyết</source>
        <translation>Resolved by</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Mã trên cổng</source>
        <translation>Number on the portal</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Thời hạn</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>do cán bộ hẹn: {0}</source>
        <translation>agreed by the officer: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Đã hẹn lại</source>
        <translation>Put off</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>từ {0} sang {1}</source>
        <translation>from {0} to {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Trả kết quả</source>
        <translation>Return</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Phiếu hẹn</source>
        <translation>Appointment slip</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Đã cấp lại lần {0}; các phiếu trước không còn giá trị</source>
        <translation>Issued anew, number {0}; slips before it are void</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Từ chối giải quyết</source>
        <translation>Refused</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Hồ sơ</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Chủ hồ sơ</source>
        <translation>Concerns</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Được ủy quyền</source>
        <translation>Authorised person</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Nộp tiền</source>
        <translation>Payer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Nhận kết quả</source>
        <translation>Collector</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Chủ hồ sơ, người nộp</source>
        <translation>Owner and submitter</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Đã xem, không giữ</source>
        <translation>Seen, not kept</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Những người liên quan</source>
        <translation>People concerned</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Công dân</source>
        <translation>The citizen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Bộ phận một cửa (quầy này)</source>
        <translation>One-stop desk (this counter)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Người giữ</source>
        <translation>Held by</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Để tại</source>
        <translation>Kept at</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Chưa ghi</source>
        <translation>Not given</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>số {0}</source>
        <translation>number {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>từ {0}</source>
        <translation>since {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Kết quả về quầy</source>
        <translation>Result at the desk</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Đã trả</source>
        <translation>Returned</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Hồ sơ giấy đang ở đâu</source>
        <translation>Where the papers are</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Giấy tờ đã nộp</source>
        <translation>Papers handed in</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Không nộp giấy tờ nào</source>
        <translation>No papers handed in</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Cuộc gọi cho công dân</source>
        <translation>Calls to the citizen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Chưa gọi lần nào</source>
        <translation>No calls yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Diễn biến, mới nhất trước</source>
        <translation>History, newest first</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source> (không còn hiệu lực)</source>
        <translation> (no longer in force)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source> (qua trung tâm)</source>
        <translation> (by way of the center)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>chính</source>
        <translation>original</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>sao chứng thực</source>
        <translation>certified copy</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>chụp</source>
        <translation>photocopy</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>‹ &amp;Danh sách</source>
        <translation>‹ &amp;List</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>Trở lại danh sách</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>&amp;In lại phiếu</source>
        <translation>&amp;Print the slip again</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>&amp;Lưu PDF…</source>
        <translation>&amp;Save PDF…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>Lưu phiếu thành tệp PDF</source>
        <translation>Save the slip as a PDF</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>Việc… (Ctrl+M)</source>
        <translation>Acts… (Ctrl+M)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>Một hồ sơ</source>
        <translation>A dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>Hoàn tác việc vừa làm</source>
        <translation>Undo the last act</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>Nội dung hồ sơ</source>
        <translation>What the dossier holds</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>✓ Cấp trên đã nhận</source>
        <translation>✓ The center has it</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>… Chưa gửi lên cấp trên: chờ gửi</source>
        <translation>… Not yet sent to the center: waiting</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>Cần người xem lại.</source>
        <translation>Someone has to look.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>Đã chuyển phiếu vào hàng đợi in; in thế nào xem ở mục Giấy đã in.</source>
        <translation>The slip is in the print queue; see “Papers printed” for how it goes.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>Tệp PDF (*.pdf)</source>
        <translation>PDF file (*.pdf)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>Trả kết quả ở trang Trả kết quả (F4).</source>
        <translation>Return the result on the page Return (F4).</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_page.py"/>
        <source>✕ {0} · {1} Lý do: {2}</source>
        <translation>✕ {0} · {1} Reason: {2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_rows.py"/>
        <source>Mã hồ sơ</source>
        <translation>Number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_rows.py"/>
        <source>Trạng thái</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_rows.py"/>
        <source>Cấp trên</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_rows.py"/>
        <source>✓ Đã nhận</source>
        <translation>✓ Received</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_rows.py"/>
        <source>Chờ gửi</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_rows.py"/>
        <source>Ⅱ Tạm dừng{0}{1}</source>
        <translation>Ⅱ Paused{0}{1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_rows.py"/>
        <source>! Quá hạn{0}{1}</source>
        <translation>! Overdue{0}{1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_rows.py"/>
        <source>◷ Hôm nay{0}{1}</source>
        <translation>◷ Today{0}{1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_table.py"/>
        <source>Danh sách hồ sơ</source>
        <translation>List of dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/draft_keeper.py"/>
        <source>Nháp · tự lưu {0}</source>
        <translation>Draft · saved {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/draft_keeper.py"/>
        <source>Chưa lưu được bản nháp: {0}</source>
        <translation>The draft is not saved yet: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/fee_words.py"/>
        <source>cộng {0}</source>
        <translation>add {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/fee_words.py"/>
        <source>không thu của đối tượng: {0}</source>
        <translation>not charged: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/fee_words.py"/>
        <source>{0} bản × {1} = {2}</source>
        <translation>{0} copies × {1} = {2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/fee_words.py"/>
        <source>{0} trang × {1}</source>
        <translation>{0} pages × {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/fee_words.py"/>
        <source> + {0} trang × {1}</source>
        <translation> + {0} pages × {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/fee_words.py"/>
        <source>, tối đa {0}</source>
        <translation>, at most {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/fee_words.py"/>
        <source>({0}) × {1} bản = {2}</source>
        <translation>({0}) × {1} copies = {2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Cán bộ tiếp nhận</source>
        <translation>Receiving officer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Bỏ hết lọc</source>
        <translation>Remove all filters</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Bỏ lọc {0}</source>
        <translation>Remove the filter {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Mọi trạng thái</source>
        <translation>Any status</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Mọi lĩnh vực</source>
        <translation>Any field</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Mọi cán bộ</source>
        <translation>Any officer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Mọi thủ tục; gõ tên hoặc mã</source>
        <translation>Any procedure; type a name or code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Chỉ hồ sơ đang quá hạn</source>
        <translation>Only dossiers overdue now</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Hạn trả từ ngày</source>
        <translation>Due from</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Hạn trả đến ngày</source>
        <translation>Due until</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Tiếp nhận từ ngày</source>
        <translation>Received from</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Tiếp nhận đến ngày</source>
        <translation>Received until</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Ngày đầu sau ngày cuối nên không có hồ sơ nào.</source>
        <translation>The first day is after the last, so there is no dossier.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source> ngày</source>
        <translation> date</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_filters.py"/>
        <source>Đang quá hạn</source>
        <translation>Overdue now</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>Tìm hồ sơ</source>
        <translation>Find a dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>Mã hồ sơ, họ tên, số giấy tờ hoặc điện thoại; quét phiếu cũng được</source>
        <translation>Number, name, identity number or phone; a slip can be scanned too</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>Lọc (Ctrl+L)</source>
        <translation>Filter (Ctrl+L)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>Làm việc hàng loạt (Ctrl+M)</source>
        <translation>Do for several (Ctrl+M)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>Bỏ chọn (Esc)</source>
        <translation>Unselect (Esc)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>Đi trong danh sách, con trỏ vẫn ở ô tìm</source>
        <translation>Walk through the list, the cursor stays in the search line</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>Mở hồ sơ được chọn</source>
        <translation>Open the chosen dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>Lọc danh sách</source>
        <translation>Filter the list</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>Chọn hồ sơ để làm hàng loạt</source>
        <translation>Choose dossiers to act on together</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>Làm việc với các hồ sơ đã chọn</source>
        <translation>Act on the chosen dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>Bỏ chọn, đóng khung lọc</source>
        <translation>Unselect, close the filters</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>Đã chọn {0} hồ sơ</source>
        <translation>{0} dossiers chosen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>{0} hồ sơ</source>
        <translation>{0} dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>{0} hồ sơ đầu, cuộn để xem thêm</source>
        <translation>first {0} dossiers, scroll for more</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>Không có hồ sơ nào khớp</source>
        <translation>No dossier fits</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/find_page.py"/>
        <source>Chưa có hồ sơ</source>
        <translation>No dossiers yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Ảnh và PDF (*.png *.jpg *.jpeg *.pdf)</source>
        <translation>Pictures and PDF (*.png *.jpg *.jpeg *.pdf)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Máy in mặc định của máy này</source>
        <translation>This machine's default printer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Thư mời của trung tâm</source>
        <translation>The center's invitation</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Dán dòng chữ của thư mời, quét mã QR bằng máy quét, hoặc chọn ảnh chụp mã QR.</source>
        <translation>Paste the invitation's text, scan its QR code, or choose a picture of it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Thư mời</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Dán hoặc quét vào đây</source>
        <translation>Paste or scan here</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Chọn ả&amp;nh mã QR…</source>
        <translation>Choose a p&amp;icture of the code…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Chọn ảnh mã QR của thư mời</source>
        <translation>Choose a picture of the invitation's code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Không mở được tệp ảnh này.</source>
        <translation>This picture cannot be opened.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Kiểm tra tệp còn ở đó và được phép đọc.</source>
        <translation>Check that the file is there and may be read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Mã trong ảnh không phải thư mời.</source>
        <translation>The code in the picture is no invitation.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Chọn ảnh chụp mã QR của thư mời.</source>
        <translation>Choose a picture of the invitation's QR code.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Không thấy mã QR nào trong ảnh.</source>
        <translation>No QR code found in the picture.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Chụp lại gần và thẳng, đủ sáng, rồi chọn lại.</source>
        <translation>Take it again, near, straight and in good light.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>In phiếu ở máy in nào?</source>
        <translation>Which printer prints the slips?</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Chọn máy rồi bấm In thử. Chưa có máy in thì cứ tiếp tục: phiếu lưu được thành tệp PDF.</source>
        <translation>Choose a printer and press Test print. Without one, go on: slips are saved as PDF.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Các máy in</source>
        <translation>Printers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>&amp;In thử</source>
        <translation>&amp;Test print</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>In thử một trang ra máy in đang chọn</source>
        <translation>Print a test page on the chosen printer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Đang tìm máy in…</source>
        <translation>Looking for printers…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Máy này chưa có máy in nào. Nối máy in rồi thêm trong Cài đặt – Máy in.</source>
        <translation>This machine has no printer. Connect one, then add it in Settings – Printers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Đang in thử…</source>
        <translation>Printing a test…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>In thử</source>
        <translation>Test print</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Thử máy quét</source>
        <translation>Try the scanner</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>In tờ kiểm tra rồi quét một mã bất kỳ trên đó. Chưa có máy quét thì cứ tiếp tục.</source>
        <translation>Print the test sheet and scan any code of it. Without a scanner, go on.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>&amp;In tờ kiểm tra</source>
        <translation>&amp;Print the test sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Ô thử máy quét</source>
        <translation>Field to try the scanner in</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Quét vào đây</source>
        <translation>Scan here</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Tờ kiểm tra máy quét</source>
        <translation>Scanner's test sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Đã gửi tờ kiểm tra ra máy in. Quét một mã trên đó.</source>
        <translation>The test sheet is at the printer. Scan a code of it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>✓ Máy quét đọc đúng: {0}.</source>
        <translation>✓ The scanner reads well: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Phiếu thử</source>
        <translation>Test slip</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Một phiếu hẹn có chữ MẪU được in ra. Xem đủ chữ, đủ dấu, mã quét được thì bắt đầu làm việc.</source>
        <translation>A slip marked MẪU is printed. If letters and marks are whole and the code can be scanned, begin.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>&amp;In lại</source>
        <translation>&amp;Print again</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Lưu phiếu thử thành tệp PDF</source>
        <translation>Save the test slip as a PDF</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Đang in phiếu thử…</source>
        <translation>Printing the test slip…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>Phiếu thử (MẪU)</source>
        <translation>Test slip (SAMPLE)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>✓ Đã gửi phiếu thử ra máy in.</source>
        <translation>✓ The test slip is at the printer.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>! {0} Bắt đầu được ngay, in sau cũng được.</source>
        <translation>! {0} You can begin now and print later.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_devices.py"/>
        <source>phiếu thử</source>
        <translation>test slip</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_start.py"/>
        <source>Đang lập quầy…</source>
        <translation>Setting the desk up…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_start.py"/>
        <source>Đang ghi danh với trung tâm…</source>
        <translation>Enrolling with the center…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_start.py"/>
        <source>← &amp;Quay lại</source>
        <translation>← &amp;Back</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_start.py"/>
        <source>&amp;Tiếp tục</source>
        <translation>&amp;Continue</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_start.py"/>
        <source>Enter: tiếp tục · Alt+←: quay lại</source>
        <translation>Enter: continue · Alt+←: back</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_start.py"/>
        <source>Lập quầy lần đầu · bước {0} trên {1}</source>
        <translation>Setting up · step {0} of {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_start.py"/>
        <source>Bắt đầu tiếp nhận</source>
        <translation>Begin</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_start.py"/>
        <source>Tiếp tục</source>
        <translation>Continue</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Ủy ban nhân dân {0}{1}</source>
        <translation>Ủy ban nhân dân {0}{1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Quầy này làm việc thế nào?</source>
        <translation>How does this desk work?</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Làm riêng rồi vẫn nối với trung tâm sau được; hồ sơ đã nhận được giữ nguyên.</source>
        <translation>A desk on its own can join a center later; its dossiers stay.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Làm riêng tại xã, chưa nối với trung tâm</source>
        <translation>On its own, not joined to a center</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Có thư mời của trung tâm (dòng chữ hoặc mã QR)</source>
        <translation>With a center's invitation (text or QR code)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Đơn vị của quầy tên là gì?</source>
        <translation>What is the unit called?</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Gõ vài chữ của tên xã rồi chọn bằng phím ↓ và Enter, hoặc gõ cả tên như in trên giấy tờ.</source>
        <translation>Type part of the commune's name and choose with ↓ and Enter, or type the name as printed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Tên đơn vị</source>
        <translation>Name of the unit</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Ủy ban nhân dân xã …</source>
        <translation>Ủy ban nhân dân xã …</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Mã định danh của đơn vị?</source>
        <translation>What is the unit's code?</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Mã đứng đầu mọi mã hồ sơ, ví dụ H15.50.05.13 hoặc 000.00.06.H56. Hỏi văn phòng nếu chưa rõ.</source>
        <translation>It begins every number, e.g. H15.50.05.13 or 000.00.06.H56. Ask the office if unsure.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Mã định danh</source>
        <translation>Unit code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Mã định danh của đơn vị</source>
        <translation>Code of the unit</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Máy này là quầy số mấy của xã?</source>
        <translation>Which desk is this machine?</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Mỗi máy tiếp nhận lấy một số khác nhau: mã hồ sơ của hai quầy không bao giờ trùng.</source>
        <translation>Each machine takes its own number: two desks' dossiers never share one.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Để trung tâm chọn</source>
        <translation>The center chooses</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Quầy {0}</source>
        <translation>Desk {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>In gì về trụ sở trên giấy tờ?</source>
        <translation>What is printed about the office?</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Dòng nào chưa biết thì để trống; sửa được trong Cài đặt – Quầy.</source>
        <translation>Leave empty what is not known; change it in Settings – Desk.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Ví Dụ</source>
        <translation>Ví Dụ</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Thôn 1, xã Ví Dụ</source>
        <translation>Thôn 1, xã Ví Dụ</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Ai tiếp nhận hồ sơ ở quầy này?</source>
        <translation>Who receives dossiers here?</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Họ tên in trên phiếu. Thêm, đổi tên hoặc cho thôi sau này trong Cài đặt – Quầy.</source>
        <translation>The name on the slip. Add, rename or remove later in Settings – Desk.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>&amp;Thêm cán bộ</source>
        <translation>&amp;Add an officer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Cán bộ {0}</source>
        <translation>Officer {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/first_steps.py"/>
        <source>Họ tên cán bộ {0}</source>
        <translation>Name of officer {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>Ctrl+P  In cho người dân</source>
        <translation>Ctrl+P  Print for the citizen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>In hướng dẫn cho người dân, phím Ctrl+P</source>
        <translation>Print the guide for the citizen, key Ctrl+P</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>Esc  Về hồ sơ đang nhập</source>
        <translation>Esc  Back to the intake</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>Về hồ sơ đang nhập, phím Esc</source>
        <translation>Back to the intake, key Esc</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>Hướng dẫn thủ tục</source>
        <translation>Guide to the procedure</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>Thời hạn: {0}</source>
        <translation>Time limit: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>Xuất trình để đối chiếu rồi nhận lại: {0}.</source>
        <translation>Shown for comparison and taken back: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>Danh mục chưa có thành phần hồ sơ của thủ tục này.</source>
        <translation>The catalogue does not list this procedure's papers yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>Phí, lệ phí</source>
        <translation>Fees</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>Không thu.</source>
        <translation>None.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>Các bước</source>
        <translation>Steps</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>Yêu cầu, điều kiện</source>
        <translation>Requirements</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>Căn cứ</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>hướng dẫn thủ tục</source>
        <translation>guide to the procedure</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/guide_pane.py"/>
        <source>Hướng dẫn {0}</source>
        <translation>Guide {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Ký trên giấy biên nhận</source>
        <translation>Signed on the receipt</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Ký trên màn hình</source>
        <translation>Signed on screen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Không ký</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>&amp;Trả cùng lúc tất cả</source>
        <translation>Return all &amp;together</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Số bản chính trả lại</source>
        <translation>Originals given back</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Cách ký nhận</source>
        <translation>How it is signed for</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>&amp;In giấy biên nhận</source>
        <translation>Pr&amp;int the receipt</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Bản chính trả lại:</source>
        <translation>Originals given back:</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Kết quả khác của cùng người nộp</source>
        <translation>Other results for the same person</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source> · có kết quả từ {0}</source>
        <translation> · result since {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source> · còn thu {0}</source>
        <translation> · {0} to pay</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Trả cùng: {0}, {1}</source>
        <translation>Together: {0}, {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Còn phải thu {0}</source>
        <translation>{0} still to pay</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Phiếu này không chứng minh được gì; chọn “Mất phiếu hẹn” và đối chiếu giấy tờ.</source>
        <translation>This slip proves nothing; choose “Slip lost” and compare the papers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source> số {0}</source>
        <translation> no. {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Trả: {0}{1}</source>
        <translation>Return: {0}{1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>kết quả giải quyết</source>
        <translation>result</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Trả: văn bản từ chối giải quyết và giấy tờ đã nộp</source>
        <translation>Return: the refusal and the papers handed in</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Để ở: {0}</source>
        <translation>Kept at: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Bản chính đã nộp: {0}</source>
        <translation>Originals handed in: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/handing_part.py"/>
        <source>Khoản chưa tính được phí: {0}</source>
        <translation>Fee not reckoned yet: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/hub_box.py"/>
        <source>Chưa dùng. Xã có nhiều quầy thì dùng máy đầu mối để các quầy thấy hồ sơ của nhau cả khi mất mạng.</source>
        <translation>Not used. With several desks, a hub lets each see the others' dossiers even without a network.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/hub_box.py"/>
        <source>Địa chỉ máy đầu mối</source>
        <translation>Address of the hub</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/hub_box.py"/>
        <source>&amp;Dùng địa chỉ này</source>
        <translation>&amp;Use this address</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/hub_box.py"/>
        <source>Tìm &amp;trên mạng nội bộ</source>
        <translation>&amp;Find on the local network</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/hub_box.py"/>
        <source>Th&amp;ôi dùng</source>
        <translation>St&amp;op using</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/hub_box.py"/>
        <source>Đang dùng</source>
        <translation>In use</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/hub_box.py"/>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/hub_box.py"/>
        <source>Máy đầu mối của xã</source>
        <translation>The commune's hub</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/hub_box.py"/>
        <source>Đang gọi máy đầu mối…</source>
        <translation>Calling the hub…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/hub_box.py"/>
        <source>Đang tìm trên mạng nội bộ…</source>
        <translation>Looking on the local network…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/hub_box.py"/>
        <source>Từ nay quầy chỉ đồng bộ với trung tâm.</source>
        <translation>From now on this desk synchronises with the center only.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/hub_box.py"/>
        <source>✓ Đã dùng máy đầu mối {0}; các quầy thấy hồ sơ của nhau trong vài giây.</source>
        <translation>✓ Hub {0} is in use; desks see each other's dossiers within seconds.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>Dòng</source>
        <translation>Row</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>Bảng CSV hoặc Excel (.xlsx), dòng đầu là tên cột: Thủ tục, Họ và tên, CCCD, Ngày sinh, Địa chỉ, Điện thoại…</source>
        <translation>A CSV or Excel (.xlsx) table whose first row names the columns: Thủ tục, Họ và tên, CCCD, Ngày sinh, Địa chỉ, Điện thoại…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>Chọn tệp…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>Các dòng của bảng</source>
        <translation>Rows of the table</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>F9  Tiếp nhận</source>
        <translation>F9  Receive</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>In phiếu hẹn của các hồ sơ này</source>
        <translation>Print these dossiers' slips</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>Chọn bảng hồ sơ</source>
        <translation>Choose a table of dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>Bảng (*.csv *.tsv *.txt *.xlsx)</source>
        <translation>Table (*.csv *.tsv *.txt *.xlsx)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>Đang xem bảng…</source>
        <translation>Reading the table…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>Không đọc được tệp.</source>
        <translation>The file cannot be read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>Kiểm tra tệp còn ở chỗ cũ rồi chọn lại.</source>
        <translation>Check that it is still there, then choose it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>{0} dòng đúng</source>
        <translation>{0} rows are right</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>, {0} dòng có lỗi sẽ không tiếp nhận</source>
        <translation>, {0} rows with mistakes will not be received</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source> Cột không dùng: {0}.</source>
        <translation> Columns not used: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>{0}. Chưa tiếp nhận hồ sơ nào.{1}</source>
        <translation>{0}. Nothing has been received yet.{1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>F9  Tiếp nhận {0} hồ sơ</source>
        <translation>F9  Receive {0} dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>Tiếp nhận {0} hồ sơ, phím F9</source>
        <translation>Receive {0} dossiers, key F9</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>Đang tiếp nhận {0} hồ sơ…</source>
        <translation>Receiving {0} dossiers…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source> {0} dòng có lỗi không tiếp nhận.</source>
        <translation> {0} rows with mistakes were not received.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>✓ Đã tiếp nhận {0} hồ sơ.{1}</source>
        <translation>✓ {0} dossiers received.{1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/import_pane.py"/>
        <source>Đúng{0}</source>
        <translation>Right{0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_form.py"/>
        <source>Mở hồ sơ đó (Ctrl+G)</source>
        <translation>Open that dossier (Ctrl+G)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_form.py"/>
        <source>Từ bưu chính, Cổng; nhận hộ nơi khác (Ctrl+L)</source>
        <translation>By post, portal; for another unit (Ctrl+L)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_form.py"/>
        <source>Thu tiền (Ctrl+T)</source>
        <translation>Take the fee (Ctrl+T)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_form.py"/>
        <source>Ghi chú in trên phiếu (nếu có)</source>
        <translation>Note printed on the slip (if any)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_form.py"/>
        <source>Lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_form.py"/>
        <source>Trả tại</source>
        <translation>Return</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_form.py"/>
        <source>Chọn thủ tục trước khi tiếp nhận.</source>
        <translation>Choose the procedure before receiving.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_form.py"/>
        <source>Ngày giờ hẹn trả không có thật; ví dụ 23/11/2026, 17:00.</source>
        <translation>The due time is no real time; for example 23/11/2026, 17:00.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_form.py"/>
        <source>Ngày giờ nộp không có thật; ví dụ 23/11/2026, 08:30.</source>
        <translation>The time of filing is no real time; for example 23/11/2026, 08:30.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_keys.py"/>
        <source>Tiếp nhận và in phiếu; xác nhận khung đang mở</source>
        <translation>Receive and print the slip; confirm the open pane</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_keys.py"/>
        <source>Tiếp nhận và trả kết quả ngay (thủ tục trả tại chỗ)</source>
        <translation>Receive and return the result at once (on-the-spot procedures)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_keys.py"/>
        <source>Hướng dẫn của thủ tục đã chọn</source>
        <translation>Guide to the chosen procedure</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_keys.py"/>
        <source>Thêm hồ sơ nữa cho cùng người nộp</source>
        <translation>Another dossier for the same applicant</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_keys.py"/>
        <source>Cất bản nháp, chờ người dân quay lại</source>
        <translation>Put the draft away until the citizen comes back</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_keys.py"/>
        <source>Các bản nháp đang chờ</source>
        <translation>Drafts that wait</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_keys.py"/>
        <source>Nhập nhiều hồ sơ từ bảng</source>
        <translation>Receive many dossiers from a table</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_keys.py"/>
        <source>Hồ sơ đến qua bưu chính hoặc cổng quốc gia</source>
        <translation>Dossier that came by post or the national portal</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_keys.py"/>
        <source>Thu phí, lệ phí</source>
        <translation>Take the fee</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_keys.py"/>
        <source>Mở hồ sơ trùng việc đã có</source>
        <translation>Open the dossier of the same matter</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_keys.py"/>
        <source>In khung đang mở (hướng dẫn, danh sách)</source>
        <translation>Print the open pane (guide, list)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_keys.py"/>
        <source>Đóng khung, về hồ sơ đang nhập</source>
        <translation>Close the pane, back to the intake</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_keys.py"/>
        <source>Chọn thủ tục trước, rồi bấm Ctrl+H để xem hướng dẫn.</source>
        <translation>Choose the procedure first, then press Ctrl+H for its guide.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_keys.py"/>
        <source>Chưa có khoản nào phải thu.</source>
        <translation>There is nothing to be paid.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_look.py"/>
        <source>Phiếu hiện ở đây, đầy dần khi nhập</source>
        <translation>The slip appears here and fills as you type</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_look.py"/>
        <source>Chọn thủ tục để tính phí</source>
        <translation>Choose the procedure to reckon the fee</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_look.py"/>
        <source>Lệ phí: {0}</source>
        <translation>Fee: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_look.py"/>
        <source>Lệ phí hồ sơ này: {0}</source>
        <translation>Fee of this dossier: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_money.py"/>
        <source>tiền mặt</source>
        <translation>cash</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_money.py"/>
        <source>chuyển khoản</source>
        <translation>transfer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_money.py"/>
        <source>Đã thấy tiền về</source>
        <translation>Money seen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_money.py"/>
        <source>✓ Đã tiếp nhận {0}</source>
        <translation>✓ {0} received</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_money.py"/>
        <source>{0} · đã thu {1} ({2})</source>
        <translation>{0} · {1} taken ({2})</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_money.py"/>
        <source>{0}. Chưa có tài khoản nhận tiền nên chưa hiện được VietQR; nhập tài khoản ở Cài đặt (F10).</source>
        <translation>{0}. No account to pay into yet, so no VietQR code; enter one in Settings (F10).</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_money.py"/>
        <source>{0}. Chưa thu phí; thu sau ở trang hồ sơ (F3).</source>
        <translation>{0}. The fee is not taken yet; take it later on the dossier's page (F3).</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_money.py"/>
        <source>{0}. Chưa ghi được tiền đã thu: {1}</source>
        <translation>{0}. The money taken is not recorded yet: {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_page.py"/>
        <source>F9  Tiếp nhận và in phiếu</source>
        <translation>F9  Receive and print</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_page.py"/>
        <source>Tiếp nhận và in phiếu, phím F9</source>
        <translation>Receive and print the slip, key F9</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_page.py"/>
        <source>Shift+F9  Tiếp nhận, trả ngay</source>
        <translation>Shift+F9  Receive and return</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_page.py"/>
        <source>Tiếp nhận và trả kết quả ngay, phím Shift+F9</source>
        <translation>Receive and return the result at once, key Shift+F9</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_page.py"/>
        <source>Ngày giờ máy đúng, tiếp nhận</source>
        <translation>Date and time are right, receive</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_page.py"/>
        <source>Nhập từ bảng (Ctrl+I)</source>
        <translation>From a table (Ctrl+I)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_page.py"/>
        <source>Tiếp nhận hồ sơ</source>
        <translation>Intake</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_page.py"/>
        <source>Đã mở lại bản nháp chưa tiếp nhận</source>
        <translation>The draft that was broken off is open again</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_page.py"/>
        <source>Thủ tục này không trả ngay được; bấm F9 để tiếp nhận và hẹn trả.</source>
        <translation>This procedure cannot be returned at once; press F9 to receive it with a due time.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_page.py"/>
        <source>Còn một chỗ cần sửa</source>
        <translation>One place left to correct</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_page.py"/>
        <source>Còn {0} chỗ cần sửa</source>
        <translation>{0} places left to correct</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_page.py"/>
        <source>{0}, xem dòng có dấu ✕.</source>
        <translation>{0}, see the lines marked ✕.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_page.py"/>
        <source>Đang ghi hồ sơ…</source>
        <translation>Recording the dossier…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_waiting.py"/>
        <source>Nháp chờ bổ sung, phím Ctrl+D</source>
        <translation>Drafts that wait for papers, key Ctrl+D</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_waiting.py"/>
        <source>Nháp chờ bổ sung ({0})</source>
        <translation>Waiting drafts ({0})</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_waiting.py"/>
        <source>{0}, phím Ctrl+D</source>
        <translation>{0}, key Ctrl+D</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_waiting.py"/>
        <source>Chọn thủ tục trước, rồi mới in được Mẫu 02.</source>
        <translation>Choose the procedure first; then Form 02 can be printed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_waiting.py"/>
        <source>Giấy tờ bắt buộc đã đủ. Bỏ dấu ở giấy còn thiếu rồi bấm Ctrl+B.</source>
        <translation>All required papers are there. Untick the missing ones, then press Ctrl+B.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_waiting.py"/>
        <source>Đã giữ nháp của {0} chờ bổ sung; đang in Mẫu 02.</source>
        <translation>The draft of {0} waits for papers; printing Form 02.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_waiting.py"/>
        <source>Mẫu 02</source>
        <translation>Form 02</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_waiting.py"/>
        <source>Đã mở nháp chờ bổ sung; kiểm tra giấy tờ rồi bấm F9.</source>
        <translation>The waiting draft is open; check the papers, then press F9.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>Không thu phí</source>
        <translation>No fee</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>miễn: {0}</source>
        <translation>exempt: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>chưa nhập: {0}</source>
        <translation>not entered: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>ngày mai</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>✓ Đã tiếp nhận {0} · trả {1}{2}</source>
        <translation>✓ {0} received · due {1}{2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>✓ Đã tiếp nhận {0} hồ sơ: {1}{2}</source>
        <translation>✓ {0} dossiers received: {1}{2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>còn chỗ cần sửa</source>
        <translation>something left to correct</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>trả {0} · {1}</source>
        <translation>due {0} · {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source> và {0} hồ sơ khác</source>
        <translation> and {0} more dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>Có thể trùng: người này đã nộp {0} ngày {1} ({2}){3}.</source>
        <translation>Perhaps the same matter: this person handed in {0} on {1} ({2}){3}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>người nộp</source>
        <translation>applicant</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>chủ hồ sơ</source>
        <translation>person concerned</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>người được ủy quyền</source>
        <translation>authorised person</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>người nộp phí</source>
        <translation>payer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>người nhận kết quả</source>
        <translation>collector</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>giấy tờ tùy thân</source>
        <translation>identity paper</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>căn cước điện tử (VNeID)</source>
        <translation>electronic identity (VNeID)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>văn bản ủy quyền</source>
        <translation>authorisation</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>giấy tờ chứng minh quan hệ</source>
        <translation>proof of relationship</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>giấy tờ giám hộ</source>
        <translation>proof of guardianship</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>giấy giới thiệu</source>
        <translation>letter of introduction</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_words.py"/>
        <source>{0} của {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/key_map.py"/>
        <source>F1  Đọc hướng dẫn của trang này</source>
        <translation>F1  Read the manual of this page</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/key_map.py"/>
        <source>Esc  Trở lại trang</source>
        <translation>Esc  Back to the page</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/key_map.py"/>
        <source>Bảng phím</source>
        <translation>Table of keys</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/key_map.py"/>
        <source>Các phím</source>
        <translation>Keys</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/key_map.py"/>
        <source>Phím của trang {0}</source>
        <translation>Keys of the page {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/key_map.py"/>
        <source>Ở mọi trang</source>
        <translation>On every page</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/keys.py"/>
        <source>Sang ô kế tiếp; Shift+Tab lùi lại</source>
        <translation>Next field; Shift+Tab goes back</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/keys.py"/>
        <source>Giữ Alt, gõ chữ có gạch chân trên nút hay nhãn</source>
        <translation>Hold Alt and type the underlined letter of a button or label</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/keys.py"/>
        <source>Bấm nút, đánh dấu ô đang chọn</source>
        <translation>Press a button, tick the box one is on</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/keys.py"/>
        <source>Hoàn tác việc gõ trong ô</source>
        <translation>Undo typing in a field</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/keys.py"/>
        <source>Đóng khung đang mở, trở lại</source>
        <translation>Close what is open, go back</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/keys.py"/>
        <source>Máy quét</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/keys.py"/>
        <source>Quét phiếu, thẻ căn cước ở bất cứ trang nào</source>
        <translation>Scan a slip or citizen card on any page</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/manual_pane.py"/>
        <source>Các chương của hướng dẫn</source>
        <translation>Chapters of the manual</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/manual_pane.py"/>
        <source>Nội dung hướng dẫn</source>
        <translation>Text of the manual</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/manual_pane.py"/>
        <source>&amp;Lưu PDF để in…</source>
        <translation>&amp;Save as PDF to print…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/manual_pane.py"/>
        <source>Hướng dẫn sử dụng</source>
        <translation>Manual</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/manual_pane.py"/>
        <source>Lưu hướng dẫn</source>
        <translation>Save the manual</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/manual_pane.py"/>
        <source>Không ghi được vào chỗ đó. Chọn thư mục khác rồi lưu lại.</source>
        <translation>It cannot be written there. Choose another folder and save again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/manual_pane.py"/>
        <source>✓ Đã lưu “{0}”.</source>
        <translation>✓ “{0}” saved.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/matters.py"/>
        <source>Cùng nộp: đã có {0} hồ sơ, F9 tiếp nhận tất cả</source>
        <translation>Handed in together: {0} so far, F9 receives all</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/matters.py"/>
        <source>Sửa</source>
        <translation>Edit</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/matters.py"/>
        <source>Bỏ</source>
        <translation>Drop</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/matters.py"/>
        <source>Sửa hồ sơ {0}: {1}</source>
        <translation>Edit dossier {0}: {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/matters.py"/>
        <source>Bỏ hồ sơ {0}: {1}</source>
        <translation>Drop dossier {0}: {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/money_card.py"/>
        <source>Đã thu {0} {1}</source>
        <translation>{0} {1} taken</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/money_card.py"/>
        <source>Còn phải thu</source>
        <translation>Still due</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/money_card.py"/>
        <source>✓ Đã thu đủ các khoản đã tính</source>
        <translation>✓ All reckoned fees are paid</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/money_card.py"/>
        <source>✓ Đã thu đủ</source>
        <translation>✓ All paid</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/money_card.py"/>
        <source>Thu phí</source>
        <translation>Take the fee</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/money_card.py"/>
        <source>In phiếu xác nhận thu tiền</source>
        <translation>Print the cash confirmation</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/money_card.py"/>
        <source>Chưa tính</source>
        <translation>Not reckoned</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/money_card.py"/>
        <source>Miễn, giảm</source>
        <translation>Exempt, reduced</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/money_card.py"/>
        <source>chưa rõ số tiền</source>
        <translation>amount not known</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/money_card.py"/>
        <source>Yêu cầu nộp</source>
        <translation>Asked to pay</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/money_card.py"/>
        <source>! {0}, chờ công dân</source>
        <translation>! {0}, waiting for the citizen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/money_card.py"/>
        <source>người nộp {0}</source>
        <translation>paid by {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/money_card.py"/>
        <source>người thu {0}</source>
        <translation>taken by {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/old_text.py"/>
        <source>Chữ bị mất dấu từ nơi sao chép (có dấu ? trong chữ): mời gõ lại.</source>
        <translation>The text lost its letters where it was copied (? inside words): please type it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/old_text.py"/>
        <source>Đã chuyển từ bảng mã {0} · Ctrl+Z: lấy lại như cũ</source>
        <translation>Converted from {0} · Ctrl+Z: as it was</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/old_text.py"/>
        <source>Có thể là bảng mã {0}: “{1}” · Ctrl+Shift+V: đổi</source>
        <translation>Perhaps {0}: “{1}” · Ctrl+Shift+V: convert</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/palette.py"/>
        <source>Gõ vài chữ: trang, việc, hồ sơ, mục cài đặt</source>
        <translation>Type a few letters: page, act, dossier, setting</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/palette.py"/>
        <source>Việc và nơi khớp; Enter chọn</source>
        <translation>Acts and places that fit; Enter chooses</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/palette.py"/>
        <source>↑ ↓ chọn · Enter làm · Esc thôi</source>
        <translation>↑ ↓ choose · Enter does it · Esc leaves</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/palette.py"/>
        <source>Không có gì khớp; thử ít chữ hơn.</source>
        <translation>Nothing fits; try fewer letters.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/paper.py"/>
        <source>phiếu</source>
        <translation>slip</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/paper.py"/>
        <source>Chưa lưu được tệp PDF; chọn thư mục khác rồi lưu lại.</source>
        <translation>The PDF is not saved; choose another folder and save again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/paper.py"/>
        <source>Đã lưu {0} thành tệp PDF.</source>
        <translation>{0} saved as a PDF.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/paper.py"/>
        <source>Đã gửi trang thử ✓ Xem giấy ở máy in.</source>
        <translation>Test page sent ✓ Look at the paper in the printer.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/paper.py"/>
        <source>Đang in {0}…</source>
        <translation>Printing {0}…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/paper.py"/>
        <source>Đã gửi in {0} ✓</source>
        <translation>{0} sent to the printer ✓</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/papers_part.py"/>
        <source>Bản chính</source>
        <translation>Original</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/papers_part.py"/>
        <source>Chứng thực</source>
        <translation>Certified</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/papers_part.py"/>
        <source>Bản chụp</source>
        <translation>Photocopy</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/papers_part.py"/>
        <source>+ &amp;Thêm giấy tờ</source>
        <translation>+ &amp;Add a paper</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/papers_part.py"/>
        <source>Thêm giấy tờ</source>
        <translation>Add a paper</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/papers_part.py"/>
        <source>Thiếu: in Mẫu 02, giữ nháp chờ bổ sung (Ctrl+B)</source>
        <translation>Missing: print Form 02, keep the draft (Ctrl+B)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/papers_part.py"/>
        <source>Xuất trình để đối chiếu, không nộp: {0}.</source>
        <translation>Shown for comparison, not handed in: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/papers_part.py"/>
        <source>Có giấy tờ này</source>
        <translation>This paper is here</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/papers_part.py"/>
        <source>Có: {0}</source>
        <translation>Here: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/papers_part.py"/>
        <source>Tên giấy tờ</source>
        <translation>Name of the paper</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/papers_part.py"/>
        <source>Tên giấy tờ thêm</source>
        <translation>Name of the added paper</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/papers_part.py"/>
        <source>{0} (nếu có)</source>
        <translation>{0} (if any)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/papers_part.py"/>
        <source>Còn thiếu {0} giấy tờ bắt buộc.</source>
        <translation>{0} required papers are missing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/pay_part.py"/>
        <source>Thu sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/pay_part.py"/>
        <source>Thu tiền: {0}</source>
        <translation>Take the fee: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/pay_part.py"/>
        <source>Mã giao dịch hoặc chứng từ</source>
        <translation>Transaction or document number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/pay_part.py"/>
        <source>mã giao dịch, chứng từ (nếu có)</source>
        <translation>transaction or document number (if any)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/pay_part.py"/>
        <source>Đánh dấu “{0}” hoặc ghi mã giao dịch; chưa thấy tiền thì chọn “Thu sau”.</source>
        <translation>Tick “{0}” or enter the transaction number; if no money is seen yet, choose “Later”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_offers.py"/>
        <source>cùng hộ</source>
        <translation>same household</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Quét thẻ căn cước, hoặc gõ tên / số giấy tờ / điện thoại</source>
        <translation>Scan a citizen card, or type name / identity number / phone</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Ngày sinh không phải một ngày có thật (ngày/tháng/năm).</source>
        <translation>The date of birth is no real date (day/month/year).</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>&amp;Chủ hồ sơ khác</source>
        <translation>&amp;Person concerned</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Người được ủy quyền</source>
        <translation>Authorised person</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Nộp &amp;phí</source>
        <translation>Pa&amp;yer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Người nộp phí</source>
        <translation>Payer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>N&amp;hận kết quả</source>
        <translation>&amp;Collector</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Người nhận kết quả</source>
        <translation>Collector</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Ủy quyền có chứng thực</source>
        <translation>Certified authorisation</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Người thân được ủy quyền</source>
        <translation>Authorised relative</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Cha, mẹ của người chưa thành niên</source>
        <translation>Parent of a minor</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Người giám hộ</source>
        <translation>Guardian</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Đại diện theo pháp luật của tổ chức</source>
        <translation>Legal representative of an organisation</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Được tổ chức giới thiệu</source>
        <translation>Introduced by an organisation</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Đã xem văn bản ủy quyền</source>
        <translation>Authorisation seen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Đã xem giấy tờ chứng minh quan hệ</source>
        <translation>Proof of relationship seen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Đã xem giấy tờ giám hộ</source>
        <translation>Proof of guardianship seen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Đã xem giấy giới thiệu, giấy tờ đại diện</source>
        <translation>Letter of introduction seen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Thêm:</source>
        <translation>Add:</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Thêm {0}</source>
        <translation>Add {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Người nộp hồ sơ</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Căn cứ đại diện</source>
        <translation>Ground of representation</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/people_part.py"/>
        <source>Căn cứ đại diện: chưa chọn</source>
        <translation>Ground: not chosen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_fields.py"/>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_fields.py"/>
        <source>Giới tính</source>
        <translation>Gender</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_fields.py"/>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_fields.py"/>
        <source>Thư điện tử</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_fields.py"/>
        <source>Là</source>
        <translation>Is</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_fields.py"/>
        <source>Tên tổ chức, cơ quan</source>
        <translation>Name of organisation or agency</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_fields.py"/>
        <source>Mã số thuế hoặc số đăng ký</source>
        <translation>Tax code or registration number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_fields.py"/>
        <source>Cá nhân</source>
        <translation>Person</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_fields.py"/>
        <source>Tổ chức</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_fields.py"/>
        <source>Cơ quan nhà nước</source>
        <translation>State agency</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_fields.py"/>
        <source>ngày/tháng/năm, ví dụ 01/02/1999</source>
        <translation>day/month/year, e.g. 01/02/1999</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_fields.py"/>
        <source>{0} · phím ↓ ở ô địa chỉ để ghi tên mới</source>
        <translation>{0} · ↓ in the address takes the new name</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_part.py"/>
        <source>Sửa {0}</source>
        <translation>Edit {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_part.py"/>
        <source>Chọn người khác</source>
        <translation>Someone else</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_part.py"/>
        <source>Chọn {0} khác</source>
        <translation>Choose another {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_part.py"/>
        <source>Đã xem giấy tờ tùy thân, trả lại ngay (không giữ, không chụp)</source>
        <translation>Identity paper seen and given back (not kept, not copied)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/person_part.py"/>
        <source>{0}: đã xem giấy tờ tùy thân</source>
        <translation>{0}: identity paper seen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/place_list.py"/>
        <source>Mẫu giấy và nơi in</source>
        <translation>Forms and where they print</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>Cuộn 80 mm</source>
        <translation>80 mm roll</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>Cuộn 58 mm</source>
        <translation>58 mm roll</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>chờ ở máy in</source>
        <translation>waiting at the printer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>cần xem</source>
        <translation>want a look</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>Đã in {0} ✓</source>
        <translation>{0} printed ✓</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>Chưa có máy in – phiếu lưu thành PDF</source>
        <translation>No printer yet – slips are saved as PDF</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>Máy in: {0} ✓</source>
        <translation>Printer: {0} ✓</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>Đang in {0} giấy…</source>
        <translation>Printing {0} papers…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>Có giấy chưa in được</source>
        <translation>Some papers are not printed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source> · {0} giấy {1}</source>
        <translation> · {0} papers {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>, bản in lại lần {0}</source>
        <translation>, reprint no. {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>Thư mục {0}</source>
        <translation>Folder {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>Máy in nhiệt {0}</source>
        <translation>Roll printer {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>{0} (mặc định)</source>
        <translation>{0} (default)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>✓ {0} – sẵn sàng</source>
        <translation>✓ {0} – ready</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>chưa sẵn sàng</source>
        <translation>not ready</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/printed_part.py"/>
        <source>Giấy đã in</source>
        <translation>Papers printed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/printed_part.py"/>
        <source>Chưa in giấy nào ở máy này</source>
        <translation>Nothing printed on this machine yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/printed_part.py"/>
        <source>Giấy đã ra đủ</source>
        <translation>The paper came out whole</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/printed_part.py"/>
        <source>In lại giấy này</source>
        <translation>Print this paper again</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/printed_part.py"/>
        <source>Hủy lệnh in</source>
        <translation>Cancel printing</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/printed_part.py"/>
        <source>Thôi không in</source>
        <translation>Do not print</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/procedure_part.py"/>
        <source>chưa rõ thời hạn</source>
        <translation>time limit not known</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/procedure_part.py"/>
        <source>miễn phí</source>
        <translation>free of charge</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/procedure_part.py"/>
        <source>phí theo trang</source>
        <translation>fee by pages</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/procedure_part.py"/>
        <source>phí theo bản</source>
        <translation>fee by copies</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/procedure_part.py"/>
        <source>có thu phí</source>
        <translation>with a fee</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/procedure_part.py"/>
        <source>Gõ một phần tên hoặc mã: kh sinh, dkks, 1.001193</source>
        <translation>Type part of the name or code: kh sinh, dkks, 1.001193</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/procedure_part.py"/>
        <source>Đổi thủ tục</source>
        <translation>Another procedure</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/procedure_part.py"/>
        <source>Hướng dẫn (Ctrl+H)</source>
        <translation>Guide (Ctrl+H)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/procedure_part.py"/>
        <source>Thêm thủ tục (Ctrl+N)</source>
        <translation>One more procedure (Ctrl+N)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/procedure_part.py"/>
        <source>Trường hợp</source>
        <translation>Case</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/procedure_part.py"/>
        <source>Trường hợp thông thường</source>
        <translation>Ordinary case</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Màn hình thứ hai</source>
        <translation>Second monitor</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>&amp;Mở màn hình</source>
        <translation>&amp;Open the screen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Màn hình dùng để công khai</source>
        <translation>Monitor of the public screen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Nề&amp;n tối</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Kết quả chỉ &amp;hiện số</source>
        <translation>Results as &amp;numbers only</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>T&amp;rang sau</source>
        <translation>Ne&amp;xt page</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Mời đánh &amp;giá</source>
        <translation>Ask for a &amp;rating</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Hàng chờ và màn hình công khai</source>
        <translation>Queue and public screen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Gọi số tiếp</source>
        <translation>Call the next number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Gọi lại số đang gọi</source>
        <translation>Call the number again</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Phục vụ số đang gọi, sang trang Tiếp nhận</source>
        <translation>Serve the number called, go to Intake</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Xong số đang phục vụ</source>
        <translation>The number served is done</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Ghi vắng mặt</source>
        <translation>Mark as absent</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Lấy số mới và in phiếu số</source>
        <translation>New number with a ticket</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Gọi số được chọn trong danh sách</source>
        <translation>Call the number chosen in the list</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Màn hình công khai</source>
        <translation>Public screen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Đánh giá</source>
        <translation>Rating</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Lịch tiếp công dân, nơi phản ánh, nhóm dịch vụ và diện ưu tiên: Cài đặt (F10).</source>
        <translation>Leaders' reception hours, where to complain, services and priorities: Settings (F10).</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Công khai</source>
        <translation>Public</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Đang tắt.</source>
        <translation>Off.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Đang mở ở màn hình thứ hai.</source>
        <translation>Open on the second monitor.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Đang xem thử trong cửa sổ nhỏ: máy chưa nối màn hình thứ hai.</source>
        <translation>Shown in a small window: no second monitor is connected.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Đang mời đánh giá ở màn hình thứ hai.</source>
        <translation>Asking for a rating on the second monitor.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Đóng &amp;màn hình</source>
        <translation>Close the &amp;screen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source> màn hình công khai</source>
        <translation> the public screen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Thôi mời đánh &amp;giá</source>
        <translation>Stop asking for a &amp;rating</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Thôi mời đánh giá</source>
        <translation>Stop asking for a rating</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_page.py"/>
        <source>Mời công dân đánh giá</source>
        <translation>Ask the citizen for a rating</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Người tiếp</source>
        <translation>Received by</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Địa điểm</source>
        <translation>Place</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Quầy đầu danh sách</source>
        <translation>First counter of the list</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Kết quả chỉ hiện số, không hiện tên viết tắt</source>
        <translation>Results as numbers only, without shortened names</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Nền tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Mời đánh giá ở màn hình công khai</source>
        <translation>Ask for ratings on the public screen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Số giây mỗi trang</source>
        <translation>Seconds for each page</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Thêm dòng</source>
        <translation>Add a row</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Xóa dòng</source>
        <translation>Remove the row</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Nơi tiếp nhận phản ánh, kiến nghị</source>
        <translation>Where to complain or suggest</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Nhóm dịch vụ, mỗi dòng một nhóm</source>
        <translation>Services, one a line</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Diện ưu tiên, mỗi dòng một diện</source>
        <translation>Priorities, one a line</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Tên các quầy, mỗi dòng một quầy</source>
        <translation>Names of the counters, one a line</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Quầy của máy này</source>
        <translation>Counter of this machine</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Lưu cài đặt công khai và lấy số</source>
        <translation>Save the public screen and the queue</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Lịch tiếp công dân của lãnh đạo</source>
        <translation>Leaders' reception hours</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Địa chỉ, điện thoại, thư điện tử, trang tiếp nhận phản ánh</source>
        <translation>Address, phone, e-mail, page for complaints</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Bỏ trống: một hàng chung cho mọi việc</source>
        <translation>Empty: one queue for everything</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Bỏ trống: một quầy, theo số quầy của máy này</source>
        <translation>Empty: one counter, with this machine's number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>giây mỗi trang</source>
        <translation>seconds a page</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Nhóm dịch vụ (tối đa 4)</source>
        <translation>Services (at most 4)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Diện ưu tiên</source>
        <translation>Priorities</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Các quầy</source>
        <translation>Counters</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Màn hình công khai hiện</source>
        <translation>The public screen shows</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Lịch tiếp công dân</source>
        <translation>Leaders' reception hours</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_section.py"/>
        <source>Đã lưu.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/qr_pane.py"/>
        <source>Mã VietQR</source>
        <translation>VietQR code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/qr_pane.py"/>
        <source>Esc  Thu sau</source>
        <translation>Esc  Later</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/qr_pane.py"/>
        <source>Thu sau, phím Esc</source>
        <translation>Take the fee later, key Esc</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/qr_pane.py"/>
        <source>{0}
{1}
{2}
Nội dung: {3}</source>
        <translation>{0}
{1}
{2}
Purpose: {3}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Không ưu tiên</source>
        <translation>No priority</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Gọi số &amp;tiếp</source>
        <translation>Call &amp;next</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Gọi &amp;lại</source>
        <translation>Call a&amp;gain</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>&amp;Phục vụ</source>
        <translation>&amp;Serve</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>&amp;Xong</source>
        <translation>D&amp;one</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>&amp;Vắng mặt</source>
        <translation>A&amp;bsent</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Tạm &amp;dừng quầy</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Quầy nhận số chuyển đến</source>
        <translation>Counter the number moves to</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>&amp;Chuyển quầy</source>
        <translation>&amp;Move</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Nhóm dịch vụ</source>
        <translation>Service</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Lấy số, &amp;in phiếu</source>
        <translation>New number, pr&amp;int it</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Lấy &amp;số không in</source>
        <translation>New number, no &amp;ticket</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Số đang chờ và số vắng mặt; Enter gọi số được chọn</source>
        <translation>Numbers waiting and absent; Enter calls the chosen one</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Phục vụ số đang gọi và mở trang Tiếp nhận</source>
        <translation>Serve the number called and open Intake</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Đang phục vụ số {0}.</source>
        <translation>Serving number {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Quầy tạm dừng, chưa gọi số.</source>
        <translation>The counter is paused; no number was called.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Quầy đã mở.</source>
        <translation>The counter is open.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>{0}: chuyển sang {1}.</source>
        <translation>{0}: moved to {1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Mở lại quầy (&amp;D)</source>
        <translation>Open the counter (&amp;D)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Mở lại quầy</source>
        <translation>Open the counter</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_part.py"/>
        <source>Tạm dừng quầy</source>
        <translation>Pause the counter</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>dưới 1 phút</source>
        <translation>under 1 minute</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>{0} phút</source>
        <translation>{0} minutes</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>ưu tiên: {0}</source>
        <translation>priority: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>chuyển đến quầy {0}</source>
        <translation>moved to counter {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>vắng mặt, đã gọi {0} lần</source>
        <translation>absent, called {0} times</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>chờ {0}</source>
        <translation>waiting {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>{0}: tạm dừng</source>
        <translation>{0}: paused</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>{0}: chưa gọi số nào</source>
        <translation>{0}: no number called yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>, gọi {0} lần</source>
        <translation>, called {0} times</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source> · quầy tạm dừng</source>
        <translation> · counter paused</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>{0}: {1}{2}, từ {3}{4}</source>
        <translation>{0}: {1}{2}, since {3}{4}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>Hôm nay chưa có ai lấy số.</source>
        <translation>Nobody has taken a number today.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>{0} đang chờ · {1} đã xong · {2} vắng mặt</source>
        <translation>{0} waiting · {1} done · {2} absent</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>{0} · chờ trung bình {1}</source>
        <translation>{0} · mean wait {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>không có ai chờ trước</source>
        <translation>nobody waits before</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>chờ trước: {0} người</source>
        <translation>{0} people wait before</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/queue_words.py"/>
        <source>Số {0} – {1}.</source>
        <translation>Number {0} – {1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/rail.py"/>
        <source>Quét ảnh
Ctrl+O</source>
        <translation>Scan a picture
Ctrl+O</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/rail.py"/>
        <source>Quét từ ảnh hoặc webcam, phím Ctrl+O</source>
        <translation>Scan from a picture or webcam, key Ctrl+O</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_code.py"/>
        <source>Chưa có tài khoản nhận tiền; nhập ở Cài đặt (F10), hoặc thu cách khác.</source>
        <translation>No account; enter one in Settings (F10), or take the fee otherwise.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_page.py"/>
        <source>Quét mã QR, mã vạch hoặc mã tra cứu trên phiếu hẹn. Công dân không mang phiếu: gõ một phần mã hồ sơ, họ tên hoặc số điện thoại, hoặc quét thẻ căn cước.</source>
        <translation>Scan the slip's QR code, bar code or look-up code. Without a slip: type part of the number, name or phone, or scan the citizen card.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_page.py"/>
        <source>F9  Trả kết quả</source>
        <translation>F9  Return</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_page.py"/>
        <source>Trả kết quả, phím F9</source>
        <translation>Return the result, key F9</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_page.py"/>
        <source>Xem &amp;hồ sơ</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_page.py"/>
        <source>Cất hồ sơ đang mở</source>
        <translation>Put the open dossier away</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_page.py"/>
        <source>Không có hồ sơ nào khớp; kiểm tra lại, hoặc đồng bộ rồi tìm lại.</source>
        <translation>No dossier fits; check again, or synchronise and look again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_page.py"/>
        <source>Quét phiếu hẹn, hoặc tìm hồ sơ cần trả trước.</source>
        <translation>Scan the slip, or find the dossier first.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_page.py"/>
        <source>Còn phải thu {0}: chọn cách trả tiền, hoặc bấm F9 lần nữa để trả mà chưa thu.</source>
        <translation>{0} still to pay: choose how, or press F9 again to return it unpaid.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_page.py"/>
        <source>, đã thu {0}</source>
        <translation>, {0} taken</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_page.py"/>
        <source>bưu chính</source>
        <translation>post</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_page.py"/>
        <source>✓ Đã trả {0} cho {1}{2}</source>
        <translation>✓ {0} returned to {1}{2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_page.py"/>
        <source>, đang in giấy biên nhận.</source>
        <translation>, printing the receipt.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_page.py"/>
        <source>Đang ghi việc trả kết quả…</source>
        <translation>Recording the return…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_search.py"/>
        <source>Phiếu hoặc người nhận</source>
        <translation>Slip or collector</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_search.py"/>
        <source>Quét phiếu, hoặc gõ mã, tên, số</source>
        <translation>Scan the slip, or type number, name, phone</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/return_search.py"/>
        <source> từ {0}</source>
        <translation> from {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scan_strip.py"/>
        <source>Chọn tệp ảnh hoặc PDF có mã, thả tệp đó vào cửa sổ, hoặc đưa mã ra trước webcam.</source>
        <translation>Choose a picture or PDF with a code, drop it on the window, or hold the code before the webcam.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scan_strip.py"/>
        <source>Đưa mã gần và thẳng trước webcam; đọc được là tự tắt.</source>
        <translation>Hold the code near and straight; it switches itself off once read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scan_strip.py"/>
        <source>Hình của webcam</source>
        <translation>The webcam's picture</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scan_strip.py"/>
        <source>Chọn tệp ảnh…</source>
        <translation>Choose a picture…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scan_strip.py"/>
        <source>Bật webcam</source>
        <translation>Webcam on</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scan_strip.py"/>
        <source>Số của webcam, 0 là webcam đầu tiên</source>
        <translation>Number of the webcam, 0 is the first</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scan_strip.py"/>
        <source>Đóng phần quét ảnh</source>
        <translation>Close scanning from pictures</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scan_strip.py"/>
        <source>Webcam số</source>
        <translation>Webcam no.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scan_strip.py"/>
        <source>Chọn ảnh có mã</source>
        <translation>Choose a picture with a code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scan_strip.py"/>
        <source>Đang tìm mã trong ảnh…</source>
        <translation>Looking for codes…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scan_strip.py"/>
        <source>Đang mở webcam…</source>
        <translation>Opening the webcam…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scan_strip.py"/>
        <source>Tắt webcam</source>
        <translation>Webcam off</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>Máy quét kiểu bàn phím: ghi đúng điều máy thêm vào trước và sau mỗi mã.</source>
        <translation>Keyboard scanners: say exactly what they add before and after each code.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>Chọn máy quét nối bằng cổng COM hoặc HID-POS; bộ gõ tiếng Việt không sửa được mã của chúng.</source>
        <translation>Choose scanners on a COM port or in HID-POS mode; no input method can garble their codes.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>Không thấy máy quét nào ở cổng COM hay HID-POS.</source>
        <translation>No scanner found on a COM port or in HID-POS mode.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>Chuỗi máy quét gõ trước mỗi mã</source>
        <translation>Text the scanner types before each code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>không có</source>
        <translation>none</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>Phím máy quét gửi sau mỗi mã</source>
        <translation>Key the scanner sends after each code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>Máy quét cổng COM và HID-POS</source>
        <translation>COM and HID-POS scanners</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>Tốc độ cổng COM, bit mỗi giây</source>
        <translation>Speed of the COM port, bits per second</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>Tìm lại</source>
        <translation>Look again</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>Tìm lại máy quét đang cắm</source>
        <translation>Look again for connected scanners</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>T&amp;rước mã</source>
        <translation>&amp;Before the code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>&amp;Sau mã</source>
        <translation>&amp;After the code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>Tố&amp;c độ cổng COM</source>
        <translation>COM &amp;speed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>Cách máy quét gửi mã</source>
        <translation>How the scanner sends codes</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>Máy quét cổn&amp;g COM, HID-POS</source>
        <translation>S&amp;canners on COM or HID-POS</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>
! chưa nghe được: kiểm tra dây</source>
        <translation>
! not heard: check the cable</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scanner_choices.py"/>
        <source>
✓ đang nghe</source>
        <translation>
✓ listening</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Bản chụp (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</source>
        <translation>Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Tên giấy tờ, ví dụ: Tờ khai; trống: tên tệp</source>
        <translation>Name of the paper, e.g. Tờ khai; empty: the file's</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Tên giấy tờ của bản chụp</source>
        <translation>Name of the scanned paper</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Đính &amp;kèm tệp…</source>
        <translation>Attach a &amp;file…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Lấy tệp &amp;mới quét</source>
        <translation>Take the &amp;newest scan</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Lấy tệp máy quét vừa ghi</source>
        <translation>Take the file the scanner just wrote</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Thư mục máy quét…</source>
        <translation>Scanner's folder…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Lý do gỡ, ví dụ: đính kèm nhầm hồ sơ</source>
        <translation>Reason, e.g. attached to the wrong dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Lý do gỡ bản chụp</source>
        <translation>Reason for taking the scan off</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Gỡ bản chụp này</source>
        <translation>Take this scan off</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Bản chụp đang xem</source>
        <translation>Scan being looked at</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Đóng bản chụp</source>
        <translation>Close the scan</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Bản chụp giấy tờ</source>
        <translation>Scans of papers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Hoặc kéo tệp vào đây: PDF, JPEG, PNG, TIFF.</source>
        <translation>Or drop a file here: PDF, JPEG, PNG, TIFF.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>đang tải về</source>
        <translation>being fetched</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>(không tên)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Xem</source>
        <translation>Look</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Gỡ…</source>
        <translation>Take off…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Xem bản chụp {0}</source>
        <translation>Look at scan {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Gỡ bản chụp {0}</source>
        <translation>Take off scan {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Chọn bản chụp</source>
        <translation>Choose a scan</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Đang đọc {0}…</source>
        <translation>Reading {0}…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>✓ Đã đính kèm “{0}”, {1} trang.</source>
        <translation>✓ “{0}” attached, {1} pages.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Lấy tệp &amp;mới quét: {0}</source>
        <translation>Take the &amp;newest scan: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Thư mục máy quét chưa có tệp nào.</source>
        <translation>The scanner's folder holds no file yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Chọn thư mục máy quét ghi tệp vào</source>
        <translation>Choose the folder the scanner writes to</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Đang mở bản chụp…</source>
        <translation>Opening the scan…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Gỡ “{0}” khỏi hồ sơ: ghi lý do rồi bấm “Gỡ bản chụp này”.</source>
        <translation>Take “{0}” off the dossier: give the reason, then press “Take this scan off”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/scans_part.py"/>
        <source>Đã gỡ; việc gỡ được ghi trong diễn biến.</source>
        <translation>Taken off; it is recorded in what happened.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/session.py"/>
        <source>Đang đồng bộ…</source>
        <translation>Synchronising…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>Ngân hàng khác (gõ mã BIN)</source>
        <translation>Another bank (type its BIN)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>Mã VietQR ở trang Tiếp nhận gửi tiền vào tài khoản này, nội dung là mã hồ sơ. Để trống cả số tài khoản và chủ tài khoản rồi lưu để thôi dùng.</source>
        <translation>The VietQR code on Intake sends money to this account, with the dossier's number as purpose. To stop using it, empty number and holder and save.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>Nhận tiền</source>
        <translation>Payments</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>Ngân hàng</source>
        <translation>Bank</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>Mã ngân hàng (BIN)</source>
        <translation>Bank code (BIN)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>Số tài khoản</source>
        <translation>Account number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>Chủ tài khoản</source>
        <translation>Account holder</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>In mã VietQR trên phiếu hẹn (A4, cuộn nhiệt)</source>
        <translation>Print the VietQR code on slips (A4, rolls)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>Lưu tài khoản</source>
        <translation>Save the account</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>&amp;Ngân hàng</source>
        <translation>&amp;Bank</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>&amp;Số tài khoản</source>
        <translation>Account &amp;number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>&amp;Chủ tài khoản</source>
        <translation>Account &amp;holder</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>Chưa có tài khoản: VietQR chưa hiện ở trang Tiếp nhận.</source>
        <translation>No account yet: Intake shows no VietQR code.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>✓ Đã lưu. Chuyển thử 1.000 đ để kiểm tra trước khi dùng.</source>
        <translation>✓ Saved. Transfer 1,000 đ as a test before using it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_account.py"/>
        <source>✓ Đã bỏ tài khoản.</source>
        <translation>✓ The account is removed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_appearance.py"/>
        <source>Theo &amp;hệ điều hành</source>
        <translation>As the s&amp;ystem</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_appearance.py"/>
        <source>Nền &amp;sáng</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_appearance.py"/>
        <source>Nền &amp;tối</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_appearance.py"/>
        <source>Giao diện</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_appearance.py"/>
        <source>Chỉ đổi ở máy này, có hiệu lực ngay. Giấy tờ in ra không đổi.</source>
        <translation>On this machine only, at once. Printed papers do not change.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_appearance.py"/>
        <source>Màu</source>
        <translation>Colours</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_appearance.py"/>
        <source>Cỡ chữ</source>
        <translation>Size of type</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_appearance.py"/>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_appearance.py"/>
        <source>Câu báo lỗi, nội dung thủ tục, giấy tờ và hướng dẫn sử dụng vẫn bằng tiếng Việt.</source>
        <translation>Error messages, texts of procedures, papers and the manual stay in Vietnamese.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_appearance.py"/>
        <source>Đã đổi, nhưng không ghi nhớ được: thư mục cài đặt của máy không cho ghi.</source>
        <translation>Changed, but not remembered: the machine's settings folder cannot be written.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Vừa khung</source>
        <translation>Fit</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Lời văn riêng của xã</source>
        <translation>The commune's own wording</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Mẫu giấy</source>
        <translation>Forms</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Giấy</source>
        <translation>Paper</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Bộ mẫu</source>
        <translation>Form set</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Cỡ xem</source>
        <translation>Size shown</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Xem trước mẫu giấy</source>
        <translation>Preview of the form</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Lưu mẫu thành tệp PDF</source>
        <translation>Save the form as a PDF</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>In thử mẫu này, có chữ MẪU, ra máy in mặc định</source>
        <translation>Print this form as a sample on the default printer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>{0}: thư mục và các lỗi</source>
        <translation>{0}: folder and mistakes</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>&amp;Mẫu giấy</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>&amp;Giấy</source>
        <translation>&amp;Paper</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>&amp;Bộ mẫu</source>
        <translation>Form s&amp;et</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>&amp;Cỡ xem</source>
        <translation>Si&amp;ze</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Đang vẽ…</source>
        <translation>Drawing…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>{0} trang đầu</source>
        <translation>first {0} pages</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Bộ {0} không có mẫu này, dùng mẫu của bộ {1}.</source>
        <translation>Set {0} lacks this form; the one of set {1} is used.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Chưa xem trước được mẫu này.</source>
        <translation>This form cannot be shown yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Thư mục: {0}</source>
        <translation>Folder: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Tệp có lỗi chưa được dùng; các mẫu vẫn in theo lời văn có sẵn.</source>
        <translation>A file with mistakes is not used; forms keep the shipped wording.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>✓ Đang dùng, không có lỗi.</source>
        <translation>✓ In use, no mistakes.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Chưa có tệp nào; dùng lời văn có sẵn.</source>
        <translation>No files yet; the shipped wording is used.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>! {0}: {1} lỗi</source>
        <translation>! {0}: {1} mistakes</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>Đã chuyển mẫu đến máy in; trạng thái in ở cuối cửa sổ.</source>
        <translation>The form is at the printer; see the foot of the window.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>mẫu</source>
        <translation>form</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_forms.py"/>
        <source>MẪU {0}</source>
        <translation>SAMPLE {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Dùng chung cho các quầy của xã: quầy khác có sau lần đồng bộ tới.</source>
        <translation>Shared by the commune's desks: others have it after the next sync.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>&amp;Cơ quan cấp trên</source>
        <translation>&amp;Authority above</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>&amp;Bộ phận tiếp nhận</source>
        <translation>&amp;Reception</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Đị&amp;a danh</source>
        <translation>P&amp;lace</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Địa chỉ trụ &amp;sở</source>
        <translation>Office &amp;address</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Điện th&amp;oại</source>
        <translation>P&amp;hone</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Quầy</source>
        <translation>Desk</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Bộ mẫu giấy tờ</source>
        <translation>Form set</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Thông tư </source>
        <translation>Thông tư </translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>&amp;Lưu cho các quầy</source>
        <translation>&amp;Save for all desks</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Cán bộ của quầy này</source>
        <translation>Officers of this desk</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Họ tên cán bộ</source>
        <translation>Officer's name</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>&amp;Thêm</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Đổi t&amp;ên</source>
        <translation>Re&amp;name</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Cho thô&amp;i</source>
        <translation>Re&amp;move</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Thêm cán bộ mang họ tên vừa gõ</source>
        <translation>Add an officer with the name typed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Đổi tên cán bộ đang chọn thành họ tên vừa gõ</source>
        <translation>Give the chosen officer the name typed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Cho cán bộ đang chọn thôi làm ở quầy</source>
        <translation>Remove the chosen officer from the desk</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>In trên giấy tờ</source>
        <translation>Printed on papers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Bộ &amp;mẫu giấy tờ</source>
        <translation>Form se&amp;t</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Quầy này</source>
        <translation>This desk</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Cán &amp;bộ của quầy này</source>
        <translation>&amp;Officers of this desk</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>&amp;Họ tên</source>
        <translation>&amp;Full name</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>✓ Đã lưu, có hiệu lực từ hồ sơ tới.</source>
        <translation>✓ Saved, from the next dossier on.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Không có gì thay đổi.</source>
        <translation>Nothing changed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Đây là người đang ngồi tại quầy; đổi cán bộ trước rồi cho thôi.</source>
        <translation>This officer sits here; change officers first.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>đã ghi danh với {0}</source>
        <translation>enrolled with {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>chưa nối với trung tâm</source>
        <translation>not joined to a center</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Quầy số {0} · {1} · mã {2} · {3}.</source>
        <translation>Desk {0} · {1} · code {2} · {3}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_page.py"/>
        <source>Các phần của Cài đặt</source>
        <translation>Sections of Settings</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_page.py"/>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_page.py"/>
        <source>Phần sau</source>
        <translation>Next section</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_page.py"/>
        <source>Phần trước</source>
        <translation>Previous section</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_page.py"/>
        <source>Chọn phần khi đang ở hàng tên phần</source>
        <translation>Choose a section while on the row of titles</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_page.py"/>
        <source>Từ tên phần vào nội dung của phần</source>
        <translation>From the titles into the section</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Tự chọn</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>ipp://máy/ipp/print: máy in mạng · escpos://máy:9100: máy in nhiệt, thêm ?dots=384 cho cuộn 58 mm · file:thư-mục: ghi thành tệp PDF</source>
        <translation>ipp://printer/ipp/print: network printer · escpos://printer:9100: roll printer, add ?dots=384 for 58 mm · file:folder: writes PDF files</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Đang xem các máy in…</source>
        <translation>Looking at the printers…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Máy in</source>
        <translation>Printers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Máy in cho mẫu này</source>
        <translation>Printer of this form</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Khay giấy</source>
        <translation>Paper tray</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Cỡ giấy</source>
        <translation>Paper size</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>&amp;Xem lại</source>
        <translation>&amp;Look again</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Xem lại tình trạng các máy in</source>
        <translation>Look again at the printers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>&amp;Bỏ máy này</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Bỏ máy in đang chọn, đã thêm theo địa chỉ</source>
        <translation>Remove the chosen printer, which was added by address</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Địa chỉ máy in cần thêm</source>
        <translation>Address of the printer to add</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>ipp://máy/ipp/print</source>
        <translation>ipp://printer/ipp/print</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Thêm máy in theo địa chỉ</source>
        <translation>Add a printer by address</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>In ở má&amp;y</source>
        <translation>Printe&amp;r</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>&amp;Khay</source>
        <translation>Tra&amp;y</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Mẫu đang chọn in ở đâu</source>
        <translation>Where the chosen form prints</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Các máy in của q&amp;uầy</source>
        <translation>Printers of the co&amp;unter</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Thêm máy in theo đị&amp;a chỉ</source>
        <translation>Add a printer by a&amp;ddress</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Máy này chưa có máy in. Nối máy in, hoặc thêm theo địa chỉ.</source>
        <translation>This machine has no printer. Connect one, or add it by address.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Máy in mặc định</source>
        <translation>Default printer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Máy in chưa sẵn sàng.</source>
        <translation>The printer is not ready.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Theo mẫu</source>
        <translation>As the form</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>! {0} Bật máy in đó, hoặc chọn máy khác cho mẫu này.</source>
        <translation>! {0} Switch it on, or choose another printer for this form.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>! Mẫu này không có cỡ {0}; chọn máy in khổ A4 hoặc A5.</source>
        <translation>! This form has no {0}; choose a printer for A4 or A5.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Máy in nhiệt: in trên {0}.</source>
        <translation>Roll printer: prints on {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Đổi là nhớ ngay, cho mọi lần in sau.</source>
        <translation>Changes are kept at once, for all later prints.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Đang in thử ở {0}…</source>
        <translation>Printing a test page on {0}…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source> {0} mẫu in ở đó nay in ở máy in mặc định.</source>
        <translation> {0} forms printed there now print on the default printer.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Đã bỏ máy in.{0}</source>
        <translation>The printer is removed.{0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>In tờ kiểm tra, bấm vào ô thử rồi quét mã đang chọn; che các mã bên cạnh.</source>
        <translation>Print the test sheet, click the field, then scan the chosen code; cover the others.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>✓ Mọi mã đều đúng: máy quét đã đặt đúng.</source>
        <translation>✓ Every code is right: the scanner is set up well.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>Máy quét gửi phím Tab, còn phần bên đây đang chờ phím Enter: chọn lại “Sau mã”.</source>
        <translation>The scanner sends Tab, but Enter is expected here: change “After the code”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>Máy quét gửi phím Enter, còn phần bên đây đang chờ phím Tab: chọn lại “Sau mã”.</source>
        <translation>The scanner sends Enter, but Tab is expected here: change “After the code”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>Lưu tờ kiểm tra máy quét thành tệp PDF</source>
        <translation>Save the scanner's test sheet as a PDF</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>Các mã trên tờ kiểm tra</source>
        <translation>Codes of the test sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>Bấm vào đây rồi quét</source>
        <translation>Click here, then scan</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>Kết quả thử máy quét</source>
        <translation>What the test says</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>&amp;Mã sẽ quét</source>
        <translation>&amp;Code to scan</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>Ô &amp;thử</source>
        <translation>&amp;Field</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>Đã chuyển tờ kiểm tra đến máy in; trạng thái in ở cuối cửa sổ.</source>
        <translation>The test sheet is at the printer; see the foot of the window.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>tờ kiểm tra</source>
        <translation>test sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>Lưu tờ kiểm tra thành tệp PDF</source>
        <translation>Save the test sheet as a PDF</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>✓ Đúng: {0}. Quét tiếp mã đang chọn.</source>
        <translation>✓ Right: {0}. Scan the next one chosen.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_scanner.py"/>
        <source>  ✓ đúng</source>
        <translation>  ✓ right</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Từ lúc tiếp nhận, đúng giờ đó (P1)</source>
        <translation>From intake, to the hour (P1)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Sau giờ chốt thì tính từ sáng hôm sau (P2)</source>
        <translation>After the cut-off, from the next morning (P2)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Trả vào cuối buổi của ngày hẹn (P3)</source>
        <translation>At the end of the due day's session (P3)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Tính lại từ đầu khi đã bổ sung đủ</source>
        <translation>Begin again once supplemented</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Cộng thêm những ngày chờ bổ sung</source>
        <translation>Add the days of waiting</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Nghỉ</source>
        <translation>Off</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Làm bù</source>
        <translation>Working</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Cách tính hạn trả</source>
        <translation>How due times are reckoned</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Hạn trả sau khi bổ sung</source>
        <translation>Due time after a supplement</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Giờ chốt của cách tính P2</source>
        <translation>Cut-off of way P2</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Giờ chốt của thủ tục trả trong ngày</source>
        <translation>Cut-off of same-day procedures</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Giờ làm việc các ngày thường</source>
        <translation>Working hours on weekdays</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Giờ làm việc Thứ Bảy, để trống là nghỉ</source>
        <translation>Working hours on Saturday, empty: off</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>để trống là nghỉ</source>
        <translation>empty: off</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Ngày nghỉ, ngày làm bù riêng của xã</source>
        <translation>The commune's own days off and working days</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Nghỉ hay làm bù</source>
        <translation>Off or working</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Lý do nghỉ hoặc làm bù</source>
        <translation>Reason of the day</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Số văn bản; để trống là dự kiến</source>
        <translation>Decision number; empty: expected</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>&amp;Thêm ngày</source>
        <translation>&amp;Add the day</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>&amp;Bỏ ngày đang chọn</source>
        <translation>&amp;Remove the chosen day</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Hạn trả và giờ làm việc</source>
        <translation>Due times and working hours</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>&amp;Cách tính hạn trả</source>
        <translation>&amp;Due times</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>&amp;Giờ chốt (P2)</source>
        <translation>&amp;Cut-off (P2)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Chốt trả t&amp;rong ngày</source>
        <translation>Same-day c&amp;ut-off</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Sau khi bổ &amp;sung</source>
        <translation>After a &amp;supplement</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Giờ làm các ngày th&amp;ường</source>
        <translation>&amp;Weekday hours</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Giờ làm Thứ Bả&amp;y</source>
        <translation>Saturda&amp;y hours</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Ngày nghỉ, làm bù riêng của &amp;xã</source>
        <translation>The commune's o&amp;wn days</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Ngày lễ chung của cả nước đã có sẵn.</source>
        <translation>National holidays are built in.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>&amp;Ngày</source>
        <translation>Da&amp;y</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Nghỉ ha&amp;y làm bù</source>
        <translation>&amp;Off or working</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>dự kiến</source>
        <translation>expected</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Các ngày thường phải có ít nhất một buổi làm việc.</source>
        <translation>Weekdays need at least one session.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>Ghi lý do nghỉ hoặc làm bù.</source>
        <translation>Give the reason of the day.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>✓ Đã lưu, tính cho hồ sơ nhận từ bây giờ.</source>
        <translation>✓ Saved, for dossiers received from now on.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_time.py"/>
        <source>! Đã lưu. {0} hồ sơ đang giải quyết giữ hạn đã in; nếu muốn theo lịch mới thì cấp lại phiếu: {1}{2}</source>
        <translation>! Saved. {0} open dossiers keep their printed due time; reissue their slips to follow the new calendar: {1}{2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_training.py"/>
        <source>Tập ở một quầy riêng với hồ sơ bịa: dữ liệu, khóa và mã số không dính gì đến quầy thật, không bao giờ đồng bộ, mọi giấy in ra có chữ MẪU. Cửa sổ tập có dòng “ĐANG TẬP” ở trên cùng.</source>
        <translation>Practise at a desk of its own with invented dossiers: data, keys and numbers have nothing to do with the real desk, nothing is synchronised, every paper bears MẪU. The window says “TRAINING” on top.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_training.py"/>
        <source>Đây là cửa sổ tập. Làm lại từ đầu: đóng cửa sổ này rồi chọn trong Cài đặt của quầy thật.</source>
        <translation>This is the training window. To begin anew, close it and choose so in the real desk's Settings.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_training.py"/>
        <source>Tập dùng</source>
        <translation>Training</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_training.py"/>
        <source>&amp;Mở cửa sổ tập</source>
        <translation>&amp;Open the training window</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_training.py"/>
        <source>&amp;Xóa dữ liệu tập, làm lại</source>
        <translation>&amp;Erase the training, begin anew</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_training.py"/>
        <source>Cửa sổ tập đang mở; nếu nó đã mở sẵn thì chuyển sang cửa sổ đó.</source>
        <translation>The training window is opening; if it is open already, switch to it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_training.py"/>
        <source>Chưa mở được cửa sổ tập. Chạy “motcua desk --training” trong cửa sổ lệnh.</source>
        <translation>The training window did not open. Run “motcua desk --training” in a command window.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_typeface.py"/>
        <source>Phông có &amp;sẵn của chương trình</source>
        <translation>The program's own &amp;serif</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_typeface.py"/>
        <source>&amp;Times New Roman của máy này</source>
        <translation>This machine's &amp;Times New Roman</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_typeface.py"/>
        <source>Mọi giấy tờ in bằng kiểu chữ này. Phông có sẵn in giống nhau ở mọi máy; Times New Roman lấy từ máy này, nếu thiếu thì chương trình dùng phông có sẵn.</source>
        <translation>Every paper prints in this typeface. The program's own prints alike on all machines; Times New Roman is this machine's, and where it is missing the program's own is used.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_typeface.py"/>
        <source>Kiểu chữ</source>
        <translation>Typeface</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_typeface.py"/>
        <source>Phiếu hẹn bằng kiểu chữ đang chọn</source>
        <translation>The slip in the chosen typeface</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_typeface.py"/>
        <source>✓ Giấy tờ đang in bằng: {0}.</source>
        <translation>✓ Papers print in: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>Việc của cán bộ trong ca</source>
        <translation>The officers' work in this shift</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>Tiền mặt đếm được, đồng</source>
        <translation>Cash counted, in dong</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>ví dụ 159.000</source>
        <translation>e.g. 159.000</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>Lý do tiền lệch với sổ</source>
        <translation>Reason of the difference</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>vì sao lệch</source>
        <translation>why it differs</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>F9  Kết ca và in phiếu</source>
        <translation>F9  Close the shift and print</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>Kết ca và in phiếu, phím F9</source>
        <translation>Close the shift and print, key F9</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>Đếm được:</source>
        <translation>Counted:</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>Kết ca: đếm tiền mặt</source>
        <translation>Close the shift: count the cash</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>Theo sổ phải có {0}</source>
        <translation>The book says {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>{0} khoản tiền mặt thu tại quầy này từ {1}.</source>
        <translation>{0} payments in cash at this desk since {1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>{0}: {1} khoản, {2}</source>
        <translation>{0}: {1} payments, {2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>✓ Khớp với sổ</source>
        <translation>✓ As in the book</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>! {0} {1}, ghi lý do bên dưới</source>
        <translation>! {0} {1}, give the reason below</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>Thừa</source>
        <translation>Over</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>Thiếu</source>
        <translation>Short</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>Ghi số tiền mặt đếm được; không có đồng nào thì ghi 0.</source>
        <translation>Enter the cash counted; 0 if there is none.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>Tiền đếm lệch với sổ: ghi lý do rồi kết ca.</source>
        <translation>The cash differs from the book: give the reason, then close.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>Phiếu kết ca thu tiền</source>
        <translation>Shift's cash paper</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>phiếu kết ca</source>
        <translation>shift's paper</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>khớp với sổ</source>
        <translation>as in the book</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>sổ {0}</source>
        <translation>book {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>✓ Đã kết ca: đếm được {0}, {1}; đang in phiếu.</source>
        <translation>✓ Shift closed: {0} counted, {1}; printing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>{0}: tiếp nhận {1}, trả kết quả {2}, đính chính {3}, hoàn tác {4}, hủy tiếp nhận {5} (cộng {6} việc)</source>
        <translation>{0}: received {1}, returned {2}, corrected {3}, undone {4}, annulled {5} ({6} acts in all)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/slip_preview.py"/>
        <source>Xem trước giấy tiếp nhận</source>
        <translation>Preview of the slip</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/start_pages.py"/>
        <source>&amp;Thử lại</source>
        <translation>&amp;Try again</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/start_pages.py"/>
        <source>Đang mở quầy…</source>
        <translation>Opening the desk…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/start_pages.py"/>
        <source>Ai đang ngồi tại quầy?</source>
        <translation>Who sits at the counter?</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/status_line.py"/>
        <source>Cán bộ {0}, {1}. Bấm để đổi cán bộ</source>
        <translation>Officer {0}, {1}. Press to change</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/status_line.py"/>
        <source>Đồng bộ: {0}</source>
        <translation>Sync: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>Chưa thấy thẻ nhớ nào – cắm thẻ hoặc chọn thư mục</source>
        <translation>No stick found – plug one in or choose a folder</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>Không có gói .mcb nào ở đây</source>
        <translation>No .mcb bundle here</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>Thẻ nhớ hoặc thư mục</source>
        <translation>Stick or folder</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>Chọn &amp;thư mục…</source>
        <translation>Choose a &amp;folder…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>&amp;Ghi ra thẻ nhớ</source>
        <translation>&amp;Write to the stick</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>Gói trên thẻ nhớ</source>
        <translation>Bundle on the stick</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>&amp;Nhập gói này</source>
        <translation>&amp;Take in this bundle</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>Đang làm việc với thẻ nhớ</source>
        <translation>Working with the stick</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>Thẻ nhớ</source>
        <translation>Stick</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>Gửi đi</source>
        <translation>To send</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>Mang về</source>
        <translation>Brought back</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>Khi không có mạng: gửi và nhận bằng thẻ nhớ</source>
        <translation>Without a network: send and receive by stick</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>Chọn thẻ nhớ hoặc thư mục</source>
        <translation>Choose a stick or folder</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>Đang xem gói…</source>
        <translation>Looking at the bundle…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>Đang ghi ra thẻ nhớ, xin đừng rút thẻ…</source>
        <translation>Writing to the stick, please leave it in…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_box.py"/>
        <source>Đang nhập gói, xin đừng rút thẻ…</source>
        <translation>Taking the bundle in, please leave the stick…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>Trung tâm đã xác nhận tất cả</source>
        <translation>The center has confirmed everything</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>{0} bản chụp trung tâm chưa xác nhận</source>
        <translation>{0} scans the center has not confirmed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>{0} hồ sơ ({1} ghi nhận) trung tâm chưa xác nhận</source>
        <translation>{0} dossiers ({1} records) not confirmed by the center</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source> · {0} bản chụp</source>
        <translation> · {0} scans</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>Đã ghi {0} hồ sơ ({1} ghi nhận, {2}). Có thể rút thẻ nhớ.</source>
        <translation>{0} dossiers written ({1} records, {2}). The stick can be taken out.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source> Kèm {0} bản chụp.</source>
        <translation> With {0} scans.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source> {0} bản chụp thiếu hoặc hỏng ở máy này nên không ghi được: mở hồ sơ, quét và đính kèm lại.</source>
        <translation> {0} scans are missing or damaged on this machine and could not be written: open the dossier, scan and attach them again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source> {0} bản chụp chưa vừa: mang gói này đi rồi ghi tiếp.</source>
        <translation> {0} scans did not fit: take this bundle away, then write the rest.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source> Gói đã đầy: mang về rồi ghi tiếp phần còn lại.</source>
        <translation> The bundle is full: carry it, then write the rest.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source> Kèm {0} bản chụp ({1}).</source>
        <translation> With {0} scans ({1}).</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source> {0} bản chụp thiếu hoặc hỏng ở máy ghi.</source>
        <translation> {0} scans are missing or damaged on the machine that wrote it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source> {0} bản chụp còn lại ở máy ghi.</source>
        <translation> {0} scans stayed on the machine that wrote it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>Trung tâm ghi</source>
        <translation>Written by the center</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>Quầy {0} ghi</source>
        <translation>Written by desk {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>Chính quầy này ghi</source>
        <translation>Written by this desk</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>Trung tâm trả lời gói của quầy này,</source>
        <translation>The center's answer to this desk's bundle,</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>{0} lúc {1}: {2} ghi nhận của {3} hồ sơ, {4}.</source>
        <translation>{0} at {1}: {2} records of {3} dossiers, {4}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>{0} Có xác nhận mới của trung tâm cho máy này.</source>
        <translation>{0} It holds a new confirmation by the center.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>{0} Có điều mới so với máy này.</source>
        <translation>{0} It holds something new.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>{0} Máy này đã có đủ ghi nhận; bản chụp thì so khi nhập.</source>
        <translation>{0} This machine has all its records; scans are compared when it is taken in.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>{0} Máy này đã có đủ; nhập lại cũng vô hại.</source>
        <translation>{0} This machine has all of it; taking it in again does no harm.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>Đã nhập {0} ghi nhận mới của {1} hồ sơ</source>
        <translation>{0} new records of {1} dossiers taken in</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>trung tâm xác nhận thêm {0} ghi nhận, còn {1} chờ xác nhận</source>
        <translation>the center confirms {0} more records, {1} still wait</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>một phần chờ gói ghi trước đó</source>
        <translation>part of it waits for an earlier bundle</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>{0} bản chụp</source>
        <translation>{0} scans</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>trung tâm xác nhận thêm {0} bản chụp</source>
        <translation>the center confirms {0} more scans</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>{0} bản chụp không nhập được vì không nguyên vẹn hoặc không hồ sơ nào ghi</source>
        <translation>{0} scans were not taken in: not whole, or named by no dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>{0} bản chụp bên gửi báo thiếu hoặc hỏng</source>
        <translation>{0} scans were missing or damaged at the sender</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>{0} sổ không nhập được vì không đúng chữ ký hoặc không thuộc đơn vị</source>
        <translation>{0} books not taken in: wrong signature or another unit's</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/stick_words.py"/>
        <source>. Có thể rút thẻ nhớ.</source>
        <translation>. The stick can be taken out.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/suggest.py"/>
        <source>Gợi ý: {0}</source>
        <translation>Suggestions: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>Đã nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>Chờ lâu nhất</source>
        <translation>Longest wait</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>Lần xác nhận cuối</source>
        <translation>Last confirmed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>Để gửi hồ sơ lên cấp trên, người phụ trách ghi danh quầy này bằng thư mời của trung tâm.</source>
        <translation>To send dossiers upstream, whoever is in charge enrols this desk with the center's invitation.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>Hồ sơ đã tiếp nhận luôn nằm an toàn trên máy này. Chương trình tự gửi khi có mạng; không cần chờ để tiếp nhận tiếp.</source>
        <translation>What was received lies safely on this machine. The program sends it when there is a network; you need not wait to go on.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>Đồng &amp;bộ ngay</source>
        <translation>&amp;Synchronise now</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>Tình trạng đồng bộ</source>
        <translation>How the sync stands</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>Đồng bộ</source>
        <translation>Sync</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>Gửi và nhận với trung tâm ngay</source>
        <translation>Send to and receive from the center now</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>Trung tâm</source>
        <translation>Center</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>Chưa kết nối trung tâm nào</source>
        <translation>Not connected to a center</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>{0}/{1} hồ sơ</source>
        <translation>{0}/{1} dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>{0} hồ sơ ({1} ghi nhận)</source>
        <translation>{0} dossiers ({1} records)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>chưa có</source>
        <translation>not yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>Lần thử gần nhất: {0}</source>
        <translation>Last attempt: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_page.py"/>
        <source>Đơn vị này đã sáp nhập vào {0} từ {1}. Quầy vẫn tiếp nhận và trả kết quả như thường; xin trung tâm thư mời của đơn vị mới để ghi danh máy này trong một thư mục trống.</source>
        <translation>This unit was merged into {0} on {1}. The desk goes on receiving and returning as usual; ask the center for an invitation of the new unit and enrol this machine in an empty folder.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_words.py"/>
        <source>Chưa kết nối trung tâm</source>
        <translation>Not connected to a center</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_words.py"/>
        <source>Quầy này đã bị trung tâm thu hồi</source>
        <translation>The center has revoked this desk</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_words.py"/>
        <source>không có gì chờ gửi</source>
        <translation>nothing to send</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_words.py"/>
        <source>{0} chờ gửi</source>
        <translation>{0} to send</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_words.py"/>
        <source>{0} từ {1}</source>
        <translation>{0} since {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_words.py"/>
        <source>chưa gửi lần nào</source>
        <translation>never sent</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_words.py"/>
        <source>lần cuối {0}</source>
        <translation>last {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_words.py"/>
        <source>Ngoại tuyến – {0}, {1}</source>
        <translation>Offline – {0}, {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_words.py"/>
        <source>lúc {0}</source>
        <translation>at {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sync_words.py"/>
        <source>{0} đã nhận {1}/{2} hồ sơ, {3}</source>
        <translation>{0} has {1}/{2} dossiers, {3}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Tại &amp;quầy</source>
        <translation>At the &amp;counter</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>&amp;Bưu chính</source>
        <translation>By &amp;post</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Trực t&amp;uyến</source>
        <translation>O&amp;nline</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Không miễn, giảm</source>
        <translation>No exemption</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Địa chỉ nhận; để trống: địa chỉ của người nộp</source>
        <translation>Where to send it; empty: the applicant's address</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Thư điện tử nhận kết quả; để trống: thư của người nộp</source>
        <translation>E-mail for the result; empty: the applicant's</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Số trang của bản chính</source>
        <translation>Pages of the original</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Số bản</source>
        <translation>Copies</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Đối tượng được miễn phí</source>
        <translation>Who is exempt</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Số trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Miễn: {0}</source>
        <translation>Exempt: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Số tiền: {0}</source>
        <translation>Amount: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>số tiền (đ)</source>
        <translation>amount (đ)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Trả kết quả: {0}</source>
        <translation>Return: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Nơi nhận kết quả</source>
        <translation>Where the result goes</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>&amp;Vì sao?</source>
        <translation>Wh&amp;y?</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Vì sao có hạn trả này</source>
        <translation>Why it is due then</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Ngày hẹn trả</source>
        <translation>Due date</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Giờ hẹn trả</source>
        <translation>Due time</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source>Lý do của ngày hẹn</source>
        <translation>Reason of the due time</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/terms_part.py"/>
        <source> (dự kiến)</source>
        <translation> (expected)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>Chờ kết quả về</source>
        <translation>Waiting for results</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>&amp;Mở hồ sơ</source>
        <translation>&amp;Open</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>&amp;Gọi điện</source>
        <translation>&amp;Call</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>&amp;Xin lỗi, hẹn lại</source>
        <translation>&amp;Apologise</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>&amp;Trả kết quả</source>
        <translation>&amp;Return</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>&amp;In danh sách</source>
        <translation>&amp;Print the list</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>&amp;Kết ca</source>
        <translation>Close the &amp;shift</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>Các nhóm việc trong ngày</source>
        <translation>Groups of today's work</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>Việc cần làm</source>
        <translation>To do</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>Đi trong danh sách</source>
        <translation>Move in the list</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>Tất cả, theo thứ tự  ({0})</source>
        <translation>All, in order  ({0})</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>Có {0} kết quả mới từ trung tâm</source>
        <translation>{0} new results from the center</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>Không có việc nào ở nhóm này.</source>
        <translation>Nothing in this group.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>Hôm nay không còn việc nào chờ.</source>
        <translation>Nothing waits today.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>Đang hiện {0} việc đầu trong {1}.</source>
        <translation>The first {0} of {1} are shown.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>Danh sách việc trong ngày</source>
        <translation>List of today's work</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>danh sách việc</source>
        <translation>list of work</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_page.py"/>
        <source>Đang in danh sách việc trong ngày.</source>
        <translation>Printing the list of today's work.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/today_rows.py"/>
        <source>chưa có số</source>
        <translation>no number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/waiting_pane.py"/>
        <source>Bỏ nháp này</source>
        <translation>Drop this draft</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/waiting_pane.py"/>
        <source>Bấm lần nữa để bỏ hẳn</source>
        <translation>Press again to drop it</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/waiting_pane.py"/>
        <source>Tìm nháp theo tên, điện thoại, số thẻ</source>
        <translation>Find a draft by name, phone, identity number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/waiting_pane.py"/>
        <source>Gõ tên, điện thoại hoặc số giấy tờ; hoặc quét thẻ</source>
        <translation>Type name, phone or identity number; or scan a card</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/waiting_pane.py"/>
        <source>Nháp chờ bổ sung</source>
        <translation>Waiting drafts</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/waiting_pane.py"/>
        <source>Enter  Mở, tiếp nhận tiếp</source>
        <translation>Enter  Open and go on</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/waiting_pane.py"/>
        <source>Mở nháp, phím Enter</source>
        <translation>Open the draft, key Enter</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/waiting_pane.py"/>
        <source>(chưa có tên)</source>
        <translation>(no name yet)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/waiting_pane.py"/>
        <source>
Thiếu: {0}</source>
        <translation>
Missing: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/waiting_pane.py"/>
        <source>{0}
{1} · chờ từ {2}{3}</source>
        <translation>{0}
{1} · waiting since {2}{3}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/waiting_pane.py"/>
        <source>Không có nháp nào khớp.</source>
        <translation>No draft fits.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/waiting_pane.py"/>
        <source>Không có nháp nào chờ bổ sung.</source>
        <translation>No draft waits for papers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window.py"/>
        <source>ĐANG TẬP</source>
        <translation>TRAINING</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window.py"/>
        <source>ĐANG TẬP – hồ sơ và mã số ở đây không có thật, mọi giấy in ra có chữ MẪU</source>
        <translation>TRAINING – dossiers and numbers are invented, every paper bears MẪU</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>Cửa sổ</source>
        <translation>Window</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>Phím của trang; lần nữa: hướng dẫn sử dụng</source>
        <translation>Keys of the page; again: the manual</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>Tìm việc, trang, hồ sơ, mục cài đặt</source>
        <translation>Find acts, pages, dossiers, settings</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>Quét từ ảnh hoặc webcam</source>
        <translation>Scan from a picture or webcam</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>Việc chính của trang đang mở</source>
        <translation>The one thing to do on the page</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>Trở lại trang</source>
        <translation>Back to the page</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>trang</source>
        <translation>page</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>hàng chờ</source>
        <translation>queue</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>Đồng bộ ngay</source>
        <translation>Synchronise now</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>đồng bộ</source>
        <translation>sync</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>cài đặt</source>
        <translation>settings</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>Phím của trang này</source>
        <translation>Keys of this page</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>trợ giúp</source>
        <translation>help</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>hồ sơ</source>
        <translation>dossier</translation>
    </message>
</context>
</TS>
