<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>desk</name>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>Tài khoản của đơn vị</source>
        <translation>Accounts of the unit</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>Tên đăng nhập</source>
        <translation>Log-in name</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>Họ tên cán bộ</source>
        <translation>Officer's name</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>ví dụ thu.tran</source>
        <translation>e.g. thu.tran</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>Tài khoản mớ&amp;i</source>
        <translation>New accoun&amp;t</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>&amp;Lưu</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>Lưu tài khoản</source>
        <translation>Save the account</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>&amp;Ngừng dùng</source>
        <translation>Set a&amp;side</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>Đặt mật khẩu &amp;tạm</source>
        <translation>&amp;Temporary password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>Số phút không dùng thì tự khóa</source>
        <translation>Minutes without use before it locks</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>Lưu &amp;số phút</source>
        <translation>Save &amp;minutes</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>Tài khoản &amp;của đơn vị</source>
        <translation>A&amp;ccounts of the unit</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>Tự &amp;khóa sau</source>
        <translation>Loc&amp;k after</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>phút</source>
        <translation>minutes</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>&amp;Họ và tên</source>
        <translation>Full n&amp;ame</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>Tên đăng nhậ&amp;p</source>
        <translation>&amp;Log-in name</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>Vai trò (có thể nhiều)</source>
        <translation>Roles (there may be several)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>&amp;Mở lại</source>
        <translation>Open a&amp;gain</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>✓ Đã lưu, có hiệu lực ngay ở máy này.</source>
        <translation>✓ Saved, in force at once on this machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>✓ Đã mở lại.</source>
        <translation>✓ Opened again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>✓ Đã ngừng; máy khác biết sau lần đồng bộ tới.</source>
        <translation>✓ Set aside; other machines know after their next sync.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>✓ Đã lưu cho các quầy của đơn vị.</source>
        <translation>✓ Saved for the unit's desks.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>✓ Mật khẩu tạm của {0} ({1}):
{2}
Đưa cho người ấy; lần đăng nhập tới phải đổi.</source>
        <translation>✓ Temporary password of {0} ({1}):
{2}
Hand it over; it has to be changed at the next log-in.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>đã ngừng</source>
        <translation>set aside</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>chưa có mật khẩu</source>
        <translation>no password yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/account_list.py"/>
        <source>mật khẩu tạm</source>
        <translation>temporary password</translation>
    </message>
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
        <translation>a unit; empty: the superior office</translation>
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
        <translation>Reasons for refusing, by law</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_forms.py"/>
        <source>Cần ghi lý do từ chối.</source>
        <translation>Give the reasons for refusing.</translation>
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
        <translation>printed on Form 05</translation>
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
        <source>Phí, lệ phí</source>
        <translation>Fees</translation>
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
        <translation>Name an act: hand over, apology…</translation>
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
        <location filename="../../desk_app/ui/act_pane.py"/>
        <source> (đã thu {0})</source>
        <translation> (taken: {0})</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/act_pane.py"/>
        <source>Phí mới: {0}{1}.</source>
        <translation>New fee: {0}{1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/address_field.py"/>
        <source>Số nhà, thôn, đường, rồi dấu phẩy và xã: thôn 1, xvd</source>
        <translation>House, hamlet, street, then a comma and the commune: thon 1, xvd</translation>
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
        <translation>Informed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/call_pane.py"/>
        <source>Không nghe máy</source>
        <translation>No answer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/call_pane.py"/>
        <source>Sai số</source>
        <translation>Wrong number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/call_pane.py"/>
        <source>Hẹn gọi lại</source>
        <translation>Call again later</translation>
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
        <location filename="../../desk_app/ui/correction_matter.py"/>
        <source>Gõ một phần tên hoặc mã thủ tục</source>
        <translation>Type a part of the procedure's name or code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/correction_matter.py"/>
        <source>Trường hợp</source>
        <translation>Case</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/correction_matter.py"/>
        <source>Chọn một thủ tục trong danh sách gợi ý.</source>
        <translation>Choose a procedure from the suggestions.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/correction_matter.py"/>
        <source>Chưa ghi số trang thì phí giữ nguyên.</source>
        <translation>Without a number of pages the fee stays.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/correction_matter.py"/>
        <source>Ghi số trang của bản chính để tính lại phí.</source>
        <translation>Enter the original's pages to reckon the fee anew.</translation>
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
        <source>Có ghi nhận của máy đã bị thu hồi, tạm không được tính; chờ đối chiếu trước khi trả kết quả.</source>
        <translation>Some records were made by a revoked machine and do not count for now; wait for the comparison before giving out the result.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Có nội dung chuyển đến không khớp con dấu của nơi ghi, không được tính; báo trung tâm và nơi gửi.</source>
        <translation>Something sent here does not match the seal of whoever wrote it and does not count; tell the center and the sender.</translation>
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
        <source>Thông tin hồ sơ</source>
        <translation>The dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Kết thúc</source>
        <translation>Ended as</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Còn giữ</source>
        <translation>Still kept</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Mã hồ sơ và số đếm; tên, giấy tờ và bản chụp đã xóa ở mọi nơi.</source>
        <translation>Its number and what figures count; names, papers and scans are deleted everywhere.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Căn cứ hủy</source>
        <translation>Destroyed by</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/dossier_cards.py"/>
        <source>Hồ sơ đã hủy</source>
        <translation>A destroyed dossier</translation>
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
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
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
        <location filename="../../desk_app/ui/ending_pane.py"/>
        <source>Các thủ tục sắp hết hiệu lực</source>
        <translation>Procedures that end soon</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/ending_pane.py"/>
        <source>Thủ tục sắp hết hiệu lực</source>
        <translation>Procedures that end soon</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/ending_pane.py"/>
        <source>Hồ sơ tiếp nhận trước ngày đó vẫn giải quyết theo thủ tục cũ.</source>
        <translation>Dossiers received before that day are still settled by the old procedure.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/ending_pane.py"/>
        <source>hôm nay là ngày cuối</source>
        <translation>today is the last day</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/ending_pane.py"/>
        <source>còn {0} ngày</source>
        <translation>{0} days left</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/ending_pane.py"/>
        <source>{0}  {1}
Áp dụng đến hết {2} ({3})</source>
        <translation>{0}  {1}
In force until the end of {2} ({3})</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/ending_pane.py"/>
        <source>; thay bằng {0}</source>
        <translation>; replaced by {0}</translation>
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
        <source>Enter: tiếp tục · Alt+←: quay lại</source>
        <translation>Enter: continue · Alt+←: back</translation>
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
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Nhờ quản trị viên hoặc lãnh đạo của đơn vị đăng nhập ở bất kỳ quầy nào, mở An toàn – Tài khoản, chọn tên bạn rồi bấm Đặt mật khẩu tạm.</source>
        <translation>Ask an administrator or leader of the unit to log in at any desk, open Safety – Accounts, choose your name and press Temporary password.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Đăng nhập bằng mật khẩu tạm ấy; chương trình hỏi ngay mật khẩu mới của riêng bạn.</source>
        <translation>Log in with that temporary password; you are asked at once for a new one of your own.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Không có ai khác: lấy mã hỏi, gọi trung tâm và đọc mã ấy; họ đọc lại mã trả lời để bạn gõ vào đây.</source>
        <translation>There is nobody else: get a question code, call the center and read it out; they read back the answer for you to type here.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Quên mật khẩu</source>
        <translation>Forgotten password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Không ai đọc lại được mật khẩu cũ. Hồ sơ và bản nháp của bạn vẫn còn nguyên.</source>
        <translation>Nobody can read the old password. Your dossiers and drafts are all still there.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Mã trả lời của trung tâm</source>
        <translation>The center's answer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>&amp;Lấy mã hỏi</source>
        <translation>&amp;Get a question code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Mật khẩu mới</source>
        <translation>New password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Mật khẩu mới, lần nữa</source>
        <translation>New password, again</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>&amp;Đặt mật khẩu</source>
        <translation>&amp;Set the password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>T&amp;rở lại</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Nhờ người thứ hai</source>
        <translation>Ask a second person</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Gọi trung tâm</source>
        <translation>Call the center</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Ít nhất {0} ký tự; một câu dễ nhớ, khó đoán là tốt nhất.</source>
        <translation>At least {0} characters; best a sentence hard to guess.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>&amp;Mã trả lời của trung tâm</source>
        <translation>The center's &amp;answer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Mật khẩu mớ&amp;i</source>
        <translation>&amp;New password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Gõ lại lần &amp;nữa</source>
        <translation>Type it a&amp;gain</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>&amp;Tên đăng nhập</source>
        <translation>&amp;Log-in name</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Nhập tên đăng nhập trước.</source>
        <translation>Enter the log-in name first.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Đọc cho trung tâm: {0}</source>
        <translation>Read to the center: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Hai lần gõ khác nhau; gõ lại cả hai.</source>
        <translation>The two differ; type both again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/forgotten_page.py"/>
        <source>Chưa có mật khẩu mới.</source>
        <translation>There is no new password yet.</translation>
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
        <source>Bưu chính, Cổng, nơi khác (Ctrl+L)</source>
        <translation>Post, portal, another unit (Ctrl+L)</translation>
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
        <source>Từ chối tiếp nhận, in Mẫu 03; xem và in lại phiếu hôm nay</source>
        <translation>Refuse at reception, print Form 03; see and reprint today's</translation>
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
        <location filename="../../desk_app/ui/intake_refusing.py"/>
        <source>Chưa chọn thủ tục. Bấm Esc, chọn thủ tục rồi từ chối lại.</source>
        <translation>No procedure is chosen. Press Esc, choose it, then refuse again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_refusing.py"/>
        <source>Đã từ chối tiếp nhận của {0}; đang in Mẫu 03.</source>
        <translation>Refused at reception: {0}; Form 03 is being printed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/intake_refusing.py"/>
        <source>{0} Bấm Esc, sửa ở hồ sơ rồi từ chối lại.</source>
        <translation>{0} Press Esc, correct it on the form, then refuse again.</translation>
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
        <location filename="../../desk_app/ui/key_page.py"/>
        <source>Dữ liệu đã khóa</source>
        <translation>The data are locked</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/key_page.py"/>
        <source>Gõ mật khẩu của bạn; quên mật khẩu thì quét hoặc gõ mã trên tờ khôi phục trong két.</source>
        <translation>Type your password; if it is forgotten, scan or type the code on the recovery sheet in the safe.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/key_page.py"/>
        <source>Mã &amp;khôi phục</source>
        <translation>&amp;Recovery code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/key_page.py"/>
        <source>Mật &amp;khẩu hoặc mã khôi phục</source>
        <translation>Pass&amp;word or recovery code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/key_page.py"/>
        <source>&amp;Mở dữ liệu</source>
        <translation>&amp;Open the data</translation>
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
        <location filename="../../desk_app/ui/locked_ear.py"/>
        <source>Đang khóa: đăng nhập rồi quét lại.</source>
        <translation>Locked: log in, then scan again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>Đã khóa</source>
        <translation>Locked</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>Đăng nhập</source>
        <translation>Log in</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>Đăng nhập lại để làm tiếp, hoặc người khác đăng nhập bằng tài khoản của mình.</source>
        <translation>Log in again to go on, or another officer logs in with their own account.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>Đăng &amp;nhập</source>
        <translation>Log &amp;in</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>&amp;Quên mật khẩu</source>
        <translation>&amp;Forgotten password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>&amp;Mật khẩu</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>Nhập cả tên đăng nhập và mật khẩu.</source>
        <translation>Enter both log-in name and password.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>Đang kiểm tra…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>Nhập lại mật khẩu.</source>
        <translation>Enter the password again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>Nhập sai nhiều lần: thử lại sau {0} phút, hoặc bấm Quên mật khẩu.</source>
        <translation>Wrong too often: try again in {0} minutes, or press Forgotten password.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>Đặt mật khẩu của riêng bạn</source>
        <translation>Set a password of your own</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>Chào {0}. Mật khẩu vừa dùng do người khác đặt; từ nay chỉ bạn biết mật khẩu mới.</source>
        <translation>Hello {0}. The password just used was set by somebody else; from now on only you know the new one.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>T&amp;hôi</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_page.py"/>
        <source>&amp;Mật khẩu mới</source>
        <translation>&amp;New password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/login_talk.py"/>
        <source>Việc làm dở lúc khóa chưa ghi được; đăng nhập lại rồi xem ở trang đó.</source>
        <translation>What was being done when it locked was not written; log in again and look at that page.</translation>
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
        <location filename="../../desk_app/ui/message_card.py"/>
        <source>Thông báo của trung tâm</source>
        <translation>Message of the center</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/message_card.py"/>
        <source>Chỉ đạo của trung tâm</source>
        <translation>Instruction of the center</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/message_card.py"/>
        <source>Nội dung thông báo của trung tâm</source>
        <translation>Text of the center's message</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/message_card.py"/>
        <source>Đã đọ&amp;c  (Enter)</source>
        <translation>Have &amp;read it  (Enter)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/message_card.py"/>
        <source> · hạn {0}</source>
        <translation> · due {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/mirror_box.py"/>
        <source>Mỗi ghi nhận được chép ngay thêm một lần, mã hóa, sang ổ khác; không ai phải chờ.</source>
        <translation>Each entry is copied once more at once, encrypted, to another drive; nobody waits.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/mirror_box.py"/>
        <source>Chọn &amp;ổ…</source>
        <translation>Choose &amp;drive…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/mirror_box.py"/>
        <source>Th&amp;ôi chép</source>
        <translation>St&amp;op copying</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/mirror_box.py"/>
        <source>Sổ dự phòng</source>
        <translation>Reserve book</translation>
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
        <location filename="../../desk_app/ui/own_password.py"/>
        <source>Mỗi cán bộ một tài khoản</source>
        <translation>An account for each officer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/own_password.py"/>
        <source>Khi bật, quầy nào của đơn vị cũng phải đăng nhập: bản nháp là của riêng từng người, màn hình tự khóa, mỗi vai trò chỉ làm được việc của mình. Bạn là quản trị viên đầu tiên; các cán bộ khác của quầy này thành tài khoản tiếp nhận, bạn đặt mật khẩu tạm cho họ sau. Đã bật thì không tắt lại được.</source>
        <translation>Every desk of the unit then asks for a log-in: drafts are each officer's own, the screen locks itself, each role does its own work. You are the first administrator; this desk's other officers become reception accounts, and you set their passwords later. There is no way back.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/own_password.py"/>
        <source>&amp;Bật tài khoản</source>
        <translation>&amp;Turn accounts on</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/own_password.py"/>
        <source>Tên đăng nhậ&amp;p của {0}</source>
        <translation>&amp;Log-in name of {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/own_password.py"/>
        <source>✓ Đã bật; mời đăng nhập.</source>
        <translation>✓ Turned on; please log in.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/own_password.py"/>
        <source>Mật khẩu của tôi</source>
        <translation>My password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/own_password.py"/>
        <source>Đổi khi có người khác đã biết hoặc nhìn thấy mật khẩu của bạn.</source>
        <translation>Change it when somebody else knows or has seen your password.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/own_password.py"/>
        <source>Mật khẩu đang dùng</source>
        <translation>Present password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/own_password.py"/>
        <source>Đổ&amp;i mật khẩu</source>
        <translation>&amp;Change the password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/own_password.py"/>
        <source>Mật khẩu đang &amp;dùng</source>
        <translation>&amp;Present password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/own_password.py"/>
        <source>Mật khẩu &amp;mới</source>
        <translation>&amp;New password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/own_password.py"/>
        <source>✓ Đã đổi mật khẩu.</source>
        <translation>✓ Password changed.</translation>
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
        <source>Chưa lưu được tệp; chọn thư mục khác rồi lưu lại.</source>
        <translation>The file was not saved; choose another folder and save again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/paper.py"/>
        <source>Đã lưu {0} thành tệp PDF.</source>
        <translation>{0} saved as a PDF.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/paper.py"/>
        <source>Đã lưu {0}.</source>
        <translation>Saved {0}.</translation>
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
        <source>Không tiếp nhận được: từ chối, in Mẫu 03 (Ctrl+R)</source>
        <translation>Cannot be received: refuse, print Form 03 (Ctrl+R)</translation>
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
        <source>{0} (nếu có)</source>
        <translation>{0} (if any)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/papers_part.py"/>
        <source>Còn thiếu {0} giấy tờ bắt buộc.</source>
        <translation>{0} required papers are missing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/password_line.py"/>
        <source>! Phím Caps Lock đang bật</source>
        <translation>! Caps Lock is on</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/password_line.py"/>
        <source>Hiện mật khẩu</source>
        <translation>Show the password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/password_line.py"/>
        <source>Hiện {0}</source>
        <translation>Show: {0}</translation>
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
        <location filename="../../desk_app/ui/picked_bar.py"/>
        <source>Làm việc hàng loạt (Ctrl+M)</source>
        <translation>Do for several (Ctrl+M)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/picked_bar.py"/>
        <source>Bỏ chọn (Esc)</source>
        <translation>Unselect (Esc)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/picked_bar.py"/>
        <source>Đã chọn {0} hồ sơ</source>
        <translation>{0} dossiers chosen</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/place_list.py"/>
        <source>Mẫu giấy và nơi in</source>
        <translation>Forms and where they print</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/print_words.py"/>
        <source>Hai A5 / A4</source>
        <translation>Two A5 / A4</translation>
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
        <source>Trường hợp thông thường</source>
        <translation>Ordinary case</translation>
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
        <location filename="../../desk_app/ui/public_screen.py"/>
        <source>Mời số {0} đến {1}</source>
        <translation>Number {0} to {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_screen.py"/>
        <source>Đang chờ: {0} người</source>
        <translation>Waiting: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_screen.py"/>
        <source>Mời lấy số và chờ gọi</source>
        <translation>Please take a number and wait</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_screen.py"/>
        <source>đến {0}</source>
        <translation>to {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_screen.py"/>
        <source>Mời số</source>
        <translation>Number</translation>
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
        <source>Ngôn ngữ của màn hình công khai</source>
        <translation>Language of the public screen</translation>
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
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
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
        <location filename="../../desk_app/ui/public_sections.py"/>
        <source>Đã có kết quả, mời đến nhận</source>
        <translation>Results ready to be collected</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_sections.py"/>
        <source>Thời hạn: {0} · Phí, lệ phí: {1}</source>
        <translation>Time limit: {0} · Fee: {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_sections.py"/>
        <source>Thủ tục hành chính</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/public_sections.py"/>
        <source>Giờ làm việc</source>
        <translation>Working hours</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>HỦY</source>
        <translation>DESTROY</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>Số, ngày quyết định hủy</source>
        <translation>Number and date of the decision</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>15/QĐ-UBND</source>
        <translation>15/QĐ-UBND</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>Lý do hủy</source>
        <translation>Reason of destruction</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>Xác nhận hủy</source>
        <translation>Confirm the destruction</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>Hủ&amp;y, không lấy lại được</source>
        <translation>Destro&amp;y for good</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>Ngày giờ máy đúng, hủy</source>
        <translation>The date is right, destroy</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>In &amp;biên bản</source>
        <translation>Print the &amp;report</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>&amp;Lưu biên bản…</source>
        <translation>&amp;Save the report…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>Hủy hồ sơ trong danh sách</source>
        <translation>Destroy what is listed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>&amp;Quyết định hủy số, ngày</source>
        <translation>&amp;Decision, number and date</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>Lý &amp;do</source>
        <translation>R&amp;eason</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>Gõ “{0}” để xác nhận hủy {1} mục ở máy này, các máy khác và trung tâm:</source>
        <translation>Type “{0}” to confirm the destruction of {1} records here, at the other machines and at the center:</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>Không có mục nào hết thời hạn để hủy.</source>
        <translation>Nothing is past its term, so nothing is destroyed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>Ghi số và ngày của quyết định hủy.</source>
        <translation>Write number and date of the decision.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>Ghi lý do hủy.</source>
        <translation>Write the reason.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>✓ Đã hủy {0} mục. Biên bản đã lưu: {1}. {2}</source>
        <translation>✓ {0} records destroyed. Report saved: {1}. {2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>✓ Đã hủy {0} mục, đang lập biên bản…</source>
        <translation>✓ {0} records destroyed, making the report…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>Biên bản hủy hồ sơ</source>
        <translation>Report of destruction</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>biên bản hủy</source>
        <translation>report of destruction</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/purge_box.py"/>
        <source>Lưu biên bản hủy</source>
        <translation>Save the report of destruction</translation>
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
        <location filename="../../desk_app/ui/rating_panel.py"/>
        <source>Đánh giá mức độ hài lòng</source>
        <translation>How satisfied are you?</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/rating_panel.py"/>
        <source>Ông/Bà có hài lòng với việc phục vụ vừa rồi không?</source>
        <translation>Were you satisfied with the service you just had?</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/rating_panel.py"/>
        <source>Không ghi tên, không bắt buộc.</source>
        <translation>No name is recorded, and you need not answer.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/rating_panel.py"/>
        <source>&amp;Gửi đánh giá</source>
        <translation>&amp;Send</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/rating_panel.py"/>
        <source>&amp;Bỏ qua</source>
        <translation>S&amp;kip</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/rating_panel.py"/>
        <source>Điều gì làm Ông/Bà hài lòng?</source>
        <translation>What were you satisfied with?</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/rating_panel.py"/>
        <source>Điều gì cần làm tốt hơn?</source>
        <translation>What should be better?</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/rating_panel.py"/>
        <source>{0} (có thể chọn nhiều, hoặc bỏ trống)</source>
        <translation>{0} (choose several, or none)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/rating_panel.py"/>
        <source>Chọn một mức ở bên trái.</source>
        <translation>Choose a level on the left.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/rating_panel.py"/>
        <source>Xin cảm ơn Ông/Bà.</source>
        <translation>Thank you.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/refusal_pane.py"/>
        <source>Mỗi dòng một lý do</source>
        <translation>One reason a line</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/refusal_pane.py"/>
        <source>F9  Từ chối và in Mẫu 03</source>
        <translation>F9  Refuse and print Form 03</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/refusal_pane.py"/>
        <source>Từ chối tiếp nhận và in Mẫu 03, phím F9</source>
        <translation>Refuse at reception and print Form 03, key F9</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/refusal_pane.py"/>
        <source>Ngày giờ máy đúng, từ chối</source>
        <translation>The date is right, refuse</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/refusal_pane.py"/>
        <source>Hôm nay chưa từ chối trường hợp nào.</source>
        <translation>Nothing has been refused today.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/refusal_pane.py"/>
        <source>Đã từ chối hôm nay</source>
        <translation>Refused today</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/refusal_pane.py"/>
        <source>Ctrl+P  In lại phiếu đã chọn</source>
        <translation>Ctrl+P  Print the chosen one again</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/refusal_pane.py"/>
        <source>In lại phiếu từ chối đã chọn, phím Ctrl+P</source>
        <translation>Print the chosen refusal again, key Ctrl+P</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/refusal_pane.py"/>
        <source>Từ chối tiếp nhận, không lập hồ sơ</source>
        <translation>Refuse at reception, no dossier is made</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/refusal_pane.py"/>
        <source>(chưa có tên người nộp)</source>
        <translation>(no applicant yet)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/refusal_pane.py"/>
        <source>(chưa chọn thủ tục)</source>
        <translation>(no procedure chosen)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_choice.py"/>
        <source>Sổ theo dõi hồ sơ (tháng, năm)</source>
        <translation>Register of dossiers (month, year)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_choice.py"/>
        <source>Danh sách việc trong ngày</source>
        <translation>List of today's work</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_choice.py"/>
        <source>Phiếu kết ca của quầy</source>
        <translation>This desk's shift sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_choice.py"/>
        <source>Báo cáo</source>
        <translation>Reports</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_choice.py"/>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_choice.py"/>
        <source>Đến ngày</source>
        <translation>To</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_choice.py"/>
        <source>Từ ngày – đến ngày</source>
        <translation>From – to</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>Ẩn &amp;biểu đồ</source>
        <translation>Hide &amp;chart</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>Biểu đồ</source>
        <translation>Chart</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>&amp;Mở danh sách</source>
        <translation>&amp;Open list</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>&amp;In</source>
        <translation>&amp;Print</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>Lưu &amp;PDF</source>
        <translation>Save P&amp;DF</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>Lưu &amp;Excel</source>
        <translation>Save &amp;Excel</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>Lưu &amp;CSV</source>
        <translation>Save CS&amp;V</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>Số liệu của báo cáo</source>
        <translation>Figures of the report</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>Mở danh sách hồ sơ của con số được chọn</source>
        <translation>Open the dossiers behind the marked number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>Đi trong bảng số liệu</source>
        <translation>Move in the table</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>In báo cáo</source>
        <translation>Print the report</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>Ghi ngày đầu và ngày cuối dạng 23/11/2026, ngày đầu không sau ngày cuối.</source>
        <translation>Write the first and the last day as 23/11/2026, the first not after the last.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>Hiện &amp;biểu đồ</source>
        <translation>Show &amp;chart</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>báo cáo</source>
        <translation>the report</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>Lưu báo cáo</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>Hiện &amp;bảng số liệu</source>
        <translation>Show &amp;table</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>Sổ theo dõi hồ sơ của {0}: bấm In hoặc Lưu PDF.</source>
        <translation>Register of {0}: press Print or Save PDF.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/report_page.py"/>
        <source>Bấm In hoặc Lưu PDF.</source>
        <translation>Press Print or Save PDF.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/restore_box.py"/>
        <source>Có sổ dự phòng: những gì ghi sau bản sao lưu được bù từ đó.</source>
        <translation>There is a reserve book: what was recorded after the backup comes from it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/restore_box.py"/>
        <source>Không có bản sao lưu; quầy được dựng lại từ sổ dự phòng.</source>
        <translation>There is no backup; the desk is rebuilt from the reserve book.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/restore_box.py"/>
        <source>Chọn bản sẽ dùng; bản mới nhất ở trên cùng.</source>
        <translation>Choose the copy to use; the newest is at the top.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/restore_box.py"/>
        <source>Máy này bị mất dữ liệu: &amp;khôi phục…</source>
        <translation>This machine lost its data: &amp;restore…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/restore_box.py"/>
        <source>Các bản sao lưu</source>
        <translation>Backups</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/restore_box.py"/>
        <source>Mã khôi phục đã in</source>
        <translation>The printed recovery code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/restore_box.py"/>
        <source>&amp;Mã khôi phục đã in, vì máy này chưa có khóa của quầy</source>
        <translation>The printed recovery &amp;code, for this machine has no key of the desk yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/restore_box.py"/>
        <source>Khôi &amp;phục bản này</source>
        <translation>Restore t&amp;his copy</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/restore_box.py"/>
        <source>&amp;Mở quầy</source>
        <translation>&amp;Open the desk</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/restore_box.py"/>
        <source>Nơi sao lưu</source>
        <translation>Places of backups</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/restore_box.py"/>
        <source>Đang xem nơi sao lưu…</source>
        <translation>Looking at the place…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/restore_box.py"/>
        <source>{0} · {1} hồ sơ · {2} bản chụp</source>
        <translation>{0} · {1} dossiers · {2} scans</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/restore_box.py"/>
        <source>Đang kiểm tra và khôi phục…</source>
        <translation>Checking and restoring…</translation>
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
        <location filename="../../desk_app/ui/role_words.py"/>
        <source>Xử lý</source>
        <translation>Processing</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/role_words.py"/>
        <source>Lãnh đạo</source>
        <translation>Leader</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/role_words.py"/>
        <source>Văn thư</source>
        <translation>Records</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/role_words.py"/>
        <source>Quản trị</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/role_words.py"/>
        <source>Giám sát</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/role_words.py"/>
        <source>Vai trò nào được làm gì</source>
        <translation>Which role may do what</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/role_words.py"/>
        <source>Được phép</source>
        <translation>May</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/role_words.py"/>
        <source>{0}: được</source>
        <translation>{0}: may</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/role_words.py"/>
        <source>{0}: không</source>
        <translation>{0}: may not</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_accounts.py"/>
        <source>Tài khoản</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_accounts.py"/>
        <source>Bật tài khoản</source>
        <translation>Turn accounts on</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_accounts.py"/>
        <source>Vai trò được làm gì</source>
        <translation>What roles may do</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_accounts.py"/>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>Kiểm tra</source>
        <translation>Check</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>&amp;Kiểm tra sổ gốc</source>
        <translation>Chec&amp;k the journal</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>Chưa kiểm tra trong lần mở này.</source>
        <translation>Not checked since the program was opened.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>&amp;In phiếu chốt sổ</source>
        <translation>Pr&amp;int the closing sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>&amp;Lưu phiếu PDF…</source>
        <translation>&amp;Save as PDF…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>Phiếu chốt sổ đã in</source>
        <translation>A printed closing sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>Đối &amp;chiếu</source>
        <translation>&amp;Compare</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>Từ ả&amp;nh chụp…</source>
        <translation>From a picture…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>Sổ gốc</source>
        <translation>The journal</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>Đọc lại mọi mục, dấu niêm phong và bảng tra cứu; vẫn làm việc khác được.</source>
        <translation>Reads every entry, seal and table again; other work goes on.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>Phiếu chốt sổ trong ngày</source>
        <translation>Closing sheet of the day</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>In mỗi ngày, giữ ngoài máy tính: về sau biết sổ có bị sửa hay không.</source>
        <translation>Print it daily and keep it away from the computer: it tells later whether the journal was changed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>&amp;Phiếu chốt sổ đã in: gõ một dòng hoặc quét mã QR</source>
        <translation>A &amp;printed closing sheet: type one line or scan its QR code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>Phiếu chốt sổ</source>
        <translation>Closing sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>phiếu chốt sổ</source>
        <translation>the closing sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>Lưu phiếu chốt sổ</source>
        <translation>Save the closing sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>Ảnh phiếu chốt sổ</source>
        <translation>Picture of a closing sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>✓ Sổ gốc đúng: {0} mục, {1} hồ sơ, {2} dấu niêm phong. Không phải làm gì thêm.</source>
        <translation>✓ The journal is sound: {0} entries, {1} dossiers, {2} seals. Nothing needs to be done.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>Có {0} sai lệch. Đừng xóa gì; báo người phụ trách kỹ thuật những dòng dưới đây.</source>
        <translation>{0} things are wrong. Delete nothing; tell the technician the lines below.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>Không đọc được tệp ảnh này.</source>
        <translation>This picture cannot be read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_checking.py"/>
        <source>Chọn tệp khác, hoặc gõ một dòng.</source>
        <translation>Choose another file, or type one line.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Dữ liệu tự mở: ai dùng được tài khoản này của máy thì mở được.</source>
        <translation>The data open by themselves: whoever can use this account of the machine can open them.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Dữ liệu khóa bằng mật khẩu: mỗi lần mở chương trình phải gõ mật khẩu hoặc mã khôi phục.</source>
        <translation>The data are locked with passwords: each start of the program asks for a password or the recovery code.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Một trong hai tệp khóa hỏng hoặc mất; mở lại chương trình để làm lại tệp đó.</source>
        <translation>One of the two key files is damaged or missing; start the program again to make it anew.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Cả hai tệp khóa đều hỏng: in tờ khôi phục mới ngay, rồi từng cán bộ gõ lại mật khẩu.</source>
        <translation>Both key files are damaged: print a new recovery sheet now, then every officer types the password again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Khi khóa, khóa của dữ liệu không còn nằm trên đĩa: máy bị lấy mất thì không ai đọc được. Đồng bộ và sao lưu tự động chỉ chạy khi cửa sổ đang mở.</source>
        <translation>Once locked, the key of the data is on the disk no longer: nobody reads a stolen machine. Sync and automatic backups run only while the window is open.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Tờ này mở được dữ liệu khi quên mật khẩu, và mở bản sao lưu trên máy khác. Mỗi lần in là một mã mới; tờ trước chỉ còn mở các bản sao lưu cũ. Cất trong két.</source>
        <translation>The sheet opens the data when passwords are forgotten, and backups on another machine. Each printing makes a new code; the sheet before opens older backups only. Keep it in the safe.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Khi nghi khóa đã lộ hoặc có cán bộ nghỉ việc: đóng cửa sổ này rồi chạy lệnh motcua key rotate. Mật khẩu và tờ khôi phục giữ nguyên.</source>
        <translation>When the key may be known to others, or an officer has left: close this window and run motcua key rotate. Passwords and the recovery sheet stay as they are.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Khóa</source>
        <translation>Key</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Mật khẩu mở dữ liệu</source>
        <translation>Password that opens the data</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>&amp;Khóa bằng mật khẩu này</source>
        <translation>&amp;Lock with this password</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>&amp;Bỏ khóa</source>
        <translation>&amp;Unlock</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>&amp;In tờ khôi phục mới</source>
        <translation>&amp;Print a new recovery sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Lưu tờ khôi phục mới thành tệp PDF</source>
        <translation>Save a new recovery sheet as a PDF file</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Khóa dữ liệu</source>
        <translation>Data key</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>&amp;Mật khẩu của bạn</source>
        <translation>Your pass&amp;word</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Tờ khôi phục</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Đổi khóa</source>
        <translation>A new key</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Mật khẩu mở được trên máy này: {0}.</source>
        <translation>Passwords that open on this machine: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Chưa mật khẩu nào mở được dữ liệu trên máy này.</source>
        <translation>No password opens the data on this machine yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Cho mật &amp;khẩu này mở</source>
        <translation>&amp;Let this password open</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>✓ Đã in tờ khôi phục.</source>
        <translation>✓ A recovery sheet was printed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>! Chưa in tờ khôi phục.</source>
        <translation>! No recovery sheet was printed yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>✓ Mật khẩu này mở được dữ liệu trên máy này.</source>
        <translation>✓ This password opens the data on this machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>✓ Đã bỏ khóa: dữ liệu lại tự mở trên máy này.</source>
        <translation>✓ Unlocked: the data open by themselves on this machine again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Đã chuyển tờ khôi phục đến máy in; trạng thái in ở cuối cửa sổ.</source>
        <translation>The recovery sheet was sent to the printer; the foot of the window says how it goes.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>tờ khôi phục</source>
        <translation>the recovery sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_keys.py"/>
        <source>Lưu tờ khôi phục thành tệp PDF</source>
        <translation>Save the recovery sheet as a PDF file</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>Lúc</source>
        <translation>When</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>Ai, ở máy nào</source>
        <translation>Who, where</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>Hồ sơ, đối tượng</source>
        <translation>Dossier, subject</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>Việc, trước → sau</source>
        <translation>What, before → after</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>Mới trước</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>Cũ trước</source>
        <translation>Oldest first</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>Nhật ký</source>
        <translation>Log</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>Người làm</source>
        <translation>Who</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>Thứ tự</source>
        <translation>Order</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>&amp;Lọc</source>
        <translation>Fi&amp;lter</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>&amp;Xem tiếp</source>
        <translation>Read &amp;on</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>&amp;Từ ngày</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>Đế&amp;n ngày</source>
        <translation>&amp;To</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>N&amp;gười làm</source>
        <translation>&amp;Who</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>&amp;Mã hồ sơ</source>
        <translation>Dossier &amp;number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>T&amp;hứ tự</source>
        <translation>O&amp;rder</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>còn nữa</source>
        <translation>there is more</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>đã hết</source>
        <translation>that is all</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>{0} dòng, {1}.</source>
        <translation>{0} lines, {1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>nhật ký</source>
        <translation>the log</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_log.py"/>
        <source>Lưu nhật ký</source>
        <translation>Save the log</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_page.py"/>
        <source>An toàn</source>
        <translation>Safety</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_page.py"/>
        <source>Các phần của An toàn</source>
        <translation>Sections of Safety</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Người dân hỏi, xin sửa hay xin bản sao dữ liệu của mình: ghi vào sổ, trả lời trong 2 ngày làm việc.</source>
        <translation>People ask about their own data, or want it corrected or copied: enter it here and answer within 2 working days.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Xem, nhận bản sao dữ liệu</source>
        <translation>See the data, have a copy</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Chỉnh sửa dữ liệu sai</source>
        <translation>Correct wrong data</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Ghi chú ý kiến vào dữ liệu</source>
        <translation>Add a remark to the data</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Hạn chế xử lý</source>
        <translation>Restrict its use</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Phản đối xử lý</source>
        <translation>Object to its use</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Rút lại sự đồng ý</source>
        <translation>Withdraw consent</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Xóa dữ liệu</source>
        <translation>Erase the data</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Đáp ứng</source>
        <translation>Granted</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Đáp ứng một phần</source>
        <translation>Granted in part</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Từ chối</source>
        <translation>Refused</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Gia hạn trả lời</source>
        <translation>Answered later</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Dữ liệu cá nhân</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Sổ yêu cầu về dữ liệu cá nhân</source>
        <translation>Register of requests about personal data</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Kết quả trả lời</source>
        <translation>What is answered</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Lý do hoặc nội dung trả lời</source>
        <translation>Reason or answer in words</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Gia hạn đến ngày</source>
        <translation>Answered later, by</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>&amp;Ghi trả lời</source>
        <translation>Record the &amp;answer</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>&amp;Bản sao dữ liệu…</source>
        <translation>&amp;Copy of the data…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Yêu cầu</source>
        <translation>Wish</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Số điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Lời của người yêu cầu</source>
        <translation>In their own words</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Ghi &amp;vào sổ</source>
        <translation>&amp;Enter into the register</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>&amp;Sổ yêu cầu</source>
        <translation>&amp;Register of requests</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>&amp;Kết quả</source>
        <translation>Ou&amp;tcome</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Gia hạn đế&amp;n ngày</source>
        <translation>&amp;Later, by</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>&amp;Lý do, nội dung trả lời</source>
        <translation>Reason, answer in wor&amp;ds</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Yêu cầu mới</source>
        <translation>New request</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>&amp;Yêu cầu</source>
        <translation>&amp;Wish</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Số &amp;giấy tờ</source>
        <translation>&amp;Identity number</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Số đ&amp;iện thoại</source>
        <translation>&amp;Phone</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Lời của người yêu &amp;cầu</source>
        <translation>In their &amp;own words</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>✓ Đã ghi {0}, trả lời trước {1}.</source>
        <translation>✓ Entered as {0}, to be answered before {1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>✓ Đã ghi trả lời {0}.</source>
        <translation>✓ Answer to {0} recorded.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>Bản sao dữ liệu</source>
        <translation>Copy of the data</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>✓ Đã lưu bản sao: {0} hồ sơ.</source>
        <translation>✓ Copy saved: {0} dossiers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>✓ đã trả lời: {0}</source>
        <translation>✓ answered: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>! quá hạn từ {0}</source>
        <translation>! late since {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_people.py"/>
        <source>◷ trả lời trước {0}</source>
        <translation>◷ to be answered before {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Thời hạn tính từ 01/01 của năm sau năm hồ sơ kết thúc. Luật để ngỏ thì đơn vị đặt theo bảng thời hạn của mình; chưa đặt thì giữ.</source>
        <translation>A term runs from 1 January after the year a dossier ended in. Where the law leaves it open the unit sets it by its own table; until then records are kept.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Lưu giữ</source>
        <translation>Retention</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Thời hạn theo loại hồ sơ</source>
        <translation>Terms by kind of record</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Số năm giữ</source>
        <translation>Years kept</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>để trống: giữ</source>
        <translation>empty: kept</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Đặt thời &amp;hạn</source>
        <translation>Set the &amp;term</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Loại hồ sơ hết hạn</source>
        <translation>Kind past its term</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Hồ sơ hết thời hạn</source>
        <translation>Records past their term</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>‹ Tr&amp;ước</source>
        <translation>‹ &amp;Back</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>&amp;Sau ›</source>
        <translation>&amp;Next ›</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Trang danh sách trước</source>
        <translation>Page before</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Trang danh sách sau</source>
        <translation>Next page</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Thời hạn theo &amp;loại hồ sơ</source>
        <translation>Terms by &amp;kind of record</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Số &amp;năm giữ</source>
        <translation>&amp;Years kept</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Đã hết &amp;thời hạn</source>
        <translation>&amp;Past its term</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Đang xem hồ sơ nào hết thời hạn…</source>
        <translation>Looking for what is past its term…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Mọi loại</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Sổ được giữ mãi, không bao giờ đưa ra hủy.</source>
        <translation>Books are kept for ever and never offered for destruction.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Đơn vị tự đặt, cho mọi quầy, theo bảng thời hạn đã ban hành.</source>
        <translation>The unit's own to set, for all its desks, by the table it has issued.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Thời hạn này do luật định, không đặt lại được.</source>
        <translation>This term is fixed by law.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Ghi số năm, hoặc để trống.</source>
        <translation>Write a number of years, or nothing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>{0} mục hết thời hạn, tính đến {1}</source>
        <translation>{0} records past their term on {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Chưa có mục nào hết thời hạn.</source>
        <translation>Nothing is past its term yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>Trang {0}/{1}</source>
        <translation>Page {0}/{1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>giữ mãi, không hủy</source>
        <translation>kept for ever, never destroyed</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>{0} năm, luật định</source>
        <translation>{0} years, by law</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>{0} năm, đơn vị đặt</source>
        <translation>{0} years, set by the unit</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>giữ mãi, luật định</source>
        <translation>kept for ever, by law</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>giữ; đơn vị chưa đặt thời hạn</source>
        <translation>kept; the unit has set no term</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source> · ! {0} hết hạn</source>
        <translation> · ! {0} past it</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_retention.py"/>
        <source>{0} · {1} · hết hạn {2}</source>
        <translation>{0} · {1} · past since {2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_support.py"/>
        <source>Hỗ trợ</source>
        <translation>Support</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_support.py"/>
        <source>Gói hỗ trợ</source>
        <translation>Support text</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_support.py"/>
        <source>&amp;Lưu để gửi…</source>
        <translation>&amp;Save to send…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_support.py"/>
        <source>&amp;Gói hỗ trợ</source>
        <translation>Support &amp;text</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_support.py"/>
        <source>Chỉ có số đếm, phiên bản và loại lỗi. Đọc hết rồi mới lưu và gửi đi.</source>
        <translation>Counts, versions and kinds of errors only. Read all of it before you save and send it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/safety_support.py"/>
        <source>✓ Đã lưu.</source>
        <translation>✓ Saved.</translation>
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
        <translation>Name of the paper, e.g. declaration; empty: the file's</translation>
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
        <source>{0} trang</source>
        <translation>{0} p.</translation>
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
        <location filename="../../desk_app/ui/sections_page.py"/>
        <source>Phần sau</source>
        <translation>Next section</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sections_page.py"/>
        <source>Phần trước</source>
        <translation>Previous section</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sections_page.py"/>
        <source>Chọn phần khi đang ở hàng tên phần</source>
        <translation>Choose a section while on the row of titles</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/sections_page.py"/>
        <source>Từ tên phần vào nội dung của phần</source>
        <translation>From the titles into the section</translation>
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
        <source>Nội dung thủ tục và giấy tờ in ra luôn bằng tiếng Việt.</source>
        <translation>Procedures and printed papers are always in Vietnamese.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_appearance.py"/>
        <source>Đã đổi, nhưng không ghi nhớ được: thư mục cài đặt của máy không cho ghi.</source>
        <translation>Changed, but not remembered: the machine's settings folder cannot be written.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>Mỗi bản được mã hóa như dữ liệu của quầy, được mở ra kiểm tra rồi mới giữ. Chọn ổ đĩa thứ hai hoặc USB.</source>
        <translation>Each copy is encrypted as the desk's data is, and opened and checked before it is kept. Choose a second disk or a stick.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>Cách nhau mấy &amp;giờ khi đang mở</source>
        <translation>&amp;Hours between two while open</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>Giữ bản cuối của mấy n&amp;gày</source>
        <translation>Keep the last one of so many &amp;days</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>Giữ bản cuối của mấy t&amp;uần</source>
        <translation>Keep the last one of so many &amp;weeks</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>Giữ bản cuối của mấy t&amp;háng</source>
        <translation>Keep the last one of so many m&amp;onths</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>Nhắc khi bản mới nhất cũ hơn mấy ngà&amp;y</source>
        <translation>Warn when the newest is older than so many da&amp;ys</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>Sao lưu</source>
        <translation>Backups</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>&amp;Thêm nơi…</source>
        <translation>&amp;Add a place…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>&amp;Bỏ nơi đang chọn</source>
        <translation>&amp;Remove this place</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>&amp;Sao lưu ngay</source>
        <translation>&amp;Back up now</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>Tạo &amp;mã khôi phục</source>
        <translation>Make a recovery &amp;code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>&amp;Nơi sao lưu</source>
        <translation>&amp;Places of backups</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>Tự động</source>
        <translation>By themselves</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>Khi máy này không còn</source>
        <translation>When this machine is gone</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>Mã in ra giấy mở được bản sao lưu trên máy khác; cất trong két.</source>
        <translation>A code on paper opens the backups on another machine; keep it in the safe.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>✓ Đã thêm.</source>
        <translation>✓ Added.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>✓ Đã bỏ; các bản đã có ở đó vẫn còn.</source>
        <translation>✓ Removed; the copies that are there stay.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>Đang sao lưu…</source>
        <translation>Backing up…</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_backup.py"/>
        <source>{0}
Chép lại ngay: mã không được lưu ở đâu khác. Mã cũ chỉ mở các bản cũ.</source>
        <translation>{0}
Write it down now: it is kept nowhere else. An older code opens older copies only.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>mỗi hồ sơ</source>
        <translation>per dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>mỗi bản</source>
        <translation>per copy</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>mỗi trang</source>
        <translation>per page</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>✓ đang áp dụng</source>
        <translation>✓ in force</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>◷ chưa đến ngày</source>
        <translation>◷ not yet in force</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>đã thay bằng mức sau</source>
        <translation>replaced by a later one</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>! trung tâm đã công bố mức khác</source>
        <translation>! the center published another</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Phí</source>
        <translation>Fees</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Các mức phí đã ghi</source>
        <translation>Fees written down</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>&amp;Bỏ mức đang chọn</source>
        <translation>&amp;Remove the chosen fee</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Gõ tên hoặc mã</source>
        <translation>Type a name or code</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Khoản phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Số tiền, đồng</source>
        <translation>Amount in dong</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Tính theo</source>
        <translation>Counted</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Áp dụng từ ngày</source>
        <translation>In force from</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Số, ngày nghị quyết</source>
        <translation>Number and date of the resolution</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Nhóm được miễn</source>
        <translation>Exempt groups</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Để trống: như danh mục</source>
        <translation>Empty: as in the catalogue</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>&amp;Lưu cho các quầy</source>
        <translation>&amp;Save for all desks</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Phí, lệ phí do &amp;tỉnh quy định</source>
        <translation>Fees the &amp;province sets</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Ghi mức phí</source>
        <translation>Write a fee down</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Thủ tụ&amp;c</source>
        <translation>Pro&amp;cedure</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>&amp;Khoản phí</source>
        <translation>&amp;Fee</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>&amp;Số tiền</source>
        <translation>&amp;Amount</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Tí&amp;nh theo</source>
        <translation>Cou&amp;nted</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Áp &amp;dụng từ</source>
        <translation>&amp;In force from</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Căn c&amp;ứ</source>
        <translation>Le&amp;gal basis</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Nhóm được &amp;miễn, cách nhau bằng dấu ;</source>
        <translation>E&amp;xempt groups, with ; between</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>Chọn thủ tục có khoản phí này.</source>
        <translation>Choose the procedure that has this fee.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>! Đã lưu, nhưng trung tâm đã công bố phí của thủ tục này: mức của trung tâm được dùng.</source>
        <translation>! Saved, but the center publishes the fees of this procedure: the center's are used.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>✓ Đã lưu; hồ sơ đã nhận giữ mức cũ.</source>
        <translation>✓ Saved; dossiers received before keep their fee.</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_fees.py"/>
        <source>✓ Đã bỏ mức phí; hồ sơ đã nhận giữ mức cũ.</source>
        <translation>✓ Removed; dossiers received before keep their fee.</translation>
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
        <translation>first {0} p.</translation>
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
        <source>Trung tâm đã công bố lời văn cho {0} mẫu; lời văn riêng của xã đứng trên.</source>
        <translation>The center has published wording for {0} forms; the commune's own wording stands over it.</translation>
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
        <translation>Circular </translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_office.py"/>
        <source>Cán bộ của quầy này</source>
        <translation>Officers of this desk</translation>
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
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_page.py"/>
        <source>Các phần của Cài đặt</source>
        <translation>Sections of Settings</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Tự chọn</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Khay 1</source>
        <translation>Tray 1</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Khay 2</source>
        <translation>Tray 2</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Khay 3</source>
        <translation>Tray 3</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>Khay tay</source>
        <translation>Manual tray</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/settings_printers.py"/>
        <source>ipp://máy/ipp/print: máy in mạng · file:thư-mục: ghi thành tệp PDF
escpos://máy:9100: máy in nhiệt; cuộn 58 mm thêm ?dots=384</source>
        <translation>ipp://printer/ipp/print: network printer · file:folder: writes PDF files
escpos://printer:9100: roll printer; for 58 mm add ?dots=384</translation>
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
        <location filename="../../desk_app/ui/shift_pane.py"/>
        <source>{0}; từ chối tiếp nhận {1}</source>
        <translation>{0}; refused at reception {1}</translation>
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
        <source>Khóa (F12)</source>
        <translation>Lock (F12)</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/status_line.py"/>
        <source>Cán bộ {0}, {1}. Bấm để khóa và đổi người</source>
        <translation>Officer {0}, {1}. Press to lock and change</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/status_line.py"/>
        <source>Cán bộ {0}, {1}. Bấm để đổi cán bộ</source>
        <translation>Officer {0}, {1}. Press to change</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/status_line.py"/>
        <source>Khóa màn hình, phím F12</source>
        <translation>Lock the screen, key F12</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/status_line.py"/>
        <source>Đồng bộ: {0}</source>
        <translation>Sync: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/steps_card.py"/>
        <source>Các bước xử lý</source>
        <translation>Steps of the work</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/steps_card.py"/>
        <source>chưa phân công</source>
        <translation>nobody yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/steps_card.py"/>
        <source>chờ công dân, thời hạn tạm dừng</source>
        <translation>waiting for the citizen, the clock stands</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/steps_card.py"/>
        <source>hạn {0}</source>
        <translation>due {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/steps_card.py"/>
        <source>Đang ở bước</source>
        <translation>Step now</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/steps_card.py"/>
        <source>Giấy tờ thiếu</source>
        <translation>Papers missing</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/steps_card.py"/>
        <source>Chờ ý kiến</source>
        <translation>Opinion awaited</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/steps_card.py"/>
        <source>từ {0} đến {1}</source>
        <translation>from {0} to {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/steps_card.py"/>
        <source>quá hạn của bước</source>
        <translation>later than the step's limit</translation>
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
        <source>Gói lịch sử: trung tâm ghi</source>
        <translation>History bundle: the center wrote</translation>
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
        <source>{0} Nhập để có hồ sơ cũ mà không phải tải qua mạng.</source>
        <translation>{0} Take it in to have older dossiers without loading them over the network.</translation>
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
        <source>Đang đồng bộ…</source>
        <translation>Synchronising…</translation>
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
        <source>Đủ hồ sơ từ ngày {0}; đang tải phần cũ hơn</source>
        <translation>Complete from {0} on; older dossiers are still coming</translation>
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
        <source>! {0} thủ tục sắp &amp;hết hiệu lực</source>
        <translation>! {0} procedures &amp;end soon</translation>
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
        <source>Khóa màn hình, đổi người</source>
        <translation>Lock the screen, change officer</translation>
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
        <source>tài khoản</source>
        <translation>accounts</translation>
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
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>cài đặt</source>
        <translation>settings</translation>
    </message>
    <message>
        <location filename="../../desk_app/ui/window_aids.py"/>
        <source>an toàn</source>
        <translation>safety</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>1 ngày làm việc</source>
        <translation>1 working day</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>1 ngày</source>
        <translation>1 day</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>1 giờ</source>
        <translation>1 hour</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>1 tháng</source>
        <translation>1 month</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>1 năm</source>
        <translation>1 year</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>Nam</source>
        <translation>Male</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>nam</source>
        <translation>male</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>xã</source>
        <translation>commune</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>Tết Dương lịch</source>
        <translation>New Year</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>Tết Nguyên đán</source>
        <translation>Lunar New Year</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>Giỗ Tổ Hùng Vương</source>
        <translation>Hùng Kings' Day</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>Ngày Chiến thắng</source>
        <translation>Victory Day</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>Ngày Quốc tế Lao động</source>
        <translation>Labour Day</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>Quốc khánh</source>
        <translation>National Day</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>Ngày Văn hóa Việt Nam</source>
        <translation>Vietnam Culture Day</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source> cho {0}</source>
        <translation> to {0}</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>nghỉ bù {0}</source>
        <translation>in lieu of {0}</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>làm bù cho ngày {0}</source>
        <translation>made up for {0}</translation>
    </message>
    <message>
        <location filename="../../tests/tools/spoken_sentences.py"/>
        <source>nghỉ hoán đổi, làm bù ngày {0}</source>
        <translation>swapped, made up on {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/main.py"/>
        <source>Giao diện</source>
        <translation>Look</translation>
    </message>
    <message>
        <location filename="../../desk_app/main.py"/>
        <source>Cửa sổ Một cửa của quầy này đang mở trên máy.</source>
        <translation>This desk's Một cửa window is already open on this machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/main.py"/>
        <source>Chuyển sang cửa sổ đang mở, hoặc đóng nó rồi thử lại.</source>
        <translation>Switch to the open window, or close it and try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/main.py"/>
        <source>Không tạo được thư mục dữ liệu.</source>
        <translation>The data folder could not be made.</translation>
    </message>
    <message>
        <location filename="../../desk_app/main.py"/>
        <source>Kiểm tra quyền và ổ đĩa.</source>
        <translation>Check the permissions and the disk.</translation>
    </message>
    <message>
        <location filename="../../desk_app/background/lanes.py"/>
        <source>Chương trình gặp lỗi ngoài dự kiến.</source>
        <translation>The program met an unexpected error.</translation>
    </message>
    <message>
        <location filename="../../desk_app/background/lanes.py"/>
        <source>Việc vừa làm chưa được ghi nhận; mời làm lại, nếu vẫn lỗi hãy báo bộ phận hỗ trợ.</source>
        <translation>What you just did was not recorded; please do it again, and tell support if it fails again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/choosing.py"/>
        <source>Không thấy máy in “{0}”.</source>
        <translation>Printer “{0}” is not there.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/choosing.py"/>
        <source>Máy này chưa có máy in.</source>
        <translation>This machine has no printer.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/choosing.py"/>
        <source>Chọn máy in bằng địa chỉ ipp://… hoặc escpos://…, hay in ra tệp bằng file:THƯ-MỤC.</source>
        <translation>Choose a printer by its address ipp://… or escpos://…, or print to files with file:FOLDER.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>rồi bấm “In lại” ở trang Hồ sơ</source>
        <translation>then press “Print again” on the Dossiers page</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Hồ sơ đã lưu an toàn.</source>
        <translation>The dossier is stored safely.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Xem khay giấy: nếu giấy chưa ra đủ thì bấm “In lại”.</source>
        <translation>Look at the paper tray: if the paper is not all out, press “Print again”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Không vẽ được trang in. {0} Lưu phiếu thành tệp PDF; báo bộ phận hỗ trợ nếu lỗi lặp lại.</source>
        <translation>The page could not be drawn. {0} Save the slip as a PDF; tell support if this happens again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Không nối được máy in “{0}”.</source>
        <translation>Printer “{0}” cannot be reached.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Kiểm tra nguồn, dây và mạng của máy in</source>
        <translation>Check the printer's power, cable and network</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Mất liên lạc với máy in “{0}” khi đang gửi.</source>
        <translation>Printer “{0}” was lost while sending.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Máy in hết giấy.</source>
        <translation>The printer is out of paper.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Nạp giấy; máy sẽ tự in tiếp.</source>
        <translation>Load paper; the printer goes on by itself.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Máy in chờ đúng cỡ giấy.</source>
        <translation>The printer is waiting for the right paper size.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Nạp đúng giấy vào khay; máy sẽ tự in tiếp.</source>
        <translation>Load the right paper; the printer goes on by itself.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Máy in kẹt giấy.</source>
        <translation>Paper is jammed in the printer.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Gỡ giấy kẹt; máy sẽ tự in tiếp.</source>
        <translation>Clear the jam; the printer goes on by itself.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Máy in hết mực.</source>
        <translation>The printer is out of toner or ink.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Thay mực; máy sẽ tự in tiếp.</source>
        <translation>Replace it; the printer goes on by itself.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Nắp máy in đang mở.</source>
        <translation>The printer's cover is open.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Đóng nắp máy in; máy sẽ tự in tiếp.</source>
        <translation>Close the cover; the printer goes on by itself.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Cửa máy in đang mở.</source>
        <translation>The printer's door is open.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Đóng cửa máy in; máy sẽ tự in tiếp.</source>
        <translation>Close the door; the printer goes on by itself.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Máy in đang mở nắp.</source>
        <translation>The printer is open.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Đóng kín máy in; máy sẽ tự in tiếp.</source>
        <translation>Close the printer; it goes on by itself.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Máy in thiếu khay giấy.</source>
        <translation>The printer's paper tray is missing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Lắp khay giấy; máy sẽ tự in tiếp.</source>
        <translation>Put the tray in; the printer goes on by itself.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Khay ra giấy đã đầy.</source>
        <translation>The output tray is full.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Lấy bớt giấy ở khay ra; máy sẽ tự in tiếp.</source>
        <translation>Take paper out of the output tray; the printer goes on by itself.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Máy in đang tạm dừng.</source>
        <translation>The printer is paused.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Cho máy in chạy tiếp.</source>
        <translation>Let the printer go on.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Máy in đang ngoại tuyến.</source>
        <translation>The printer is offline.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Kiểm tra nguồn, dây và mạng của máy in.</source>
        <translation>Check the printer's power, cable and network.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Máy in đang tắt.</source>
        <translation>The printer is off.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Bật máy in.</source>
        <translation>Switch the printer on.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Máy in chưa trả lời.</source>
        <translation>The printer has not answered yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Máy in không trả lời.</source>
        <translation>The printer does not answer.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/driver.py"/>
        <source>Máy in đang dừng. Xem màn hình máy in để biết lý do.</source>
        <translation>The printer has stopped. Its display says why.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/escpos.py"/>
        <source>Mẫu giấy này rộng hơn cuộn giấy của máy in nhiệt.</source>
        <translation>This form is wider than the thermal printer's roll.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/escpos.py"/>
        <source>Chọn mẫu cho cuộn hoặc máy khác</source>
        <translation>Choose a form for rolls, or another printer</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/escpos.py"/>
        <source>Nạp giấy, đóng nắp máy in</source>
        <translation>Load paper and close the printer's cover</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/escpos.py"/>
        <source>Máy in nhiệt nhận lệnh nhưng không báo đã in xong.</source>
        <translation>The thermal printer took the job but does not say that it is done.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/escpos.py"/>
        <source>Máy in nhiệt hết giấy khi đang in.</source>
        <translation>The thermal printer ran out of paper while printing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/escpos.py"/>
        <source>Máy in “{0}” không nhớ lệnh in.</source>
        <translation>Printer “{0}” does not remember the job.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/file_printer.py"/>
        <source>Không ghi được tệp PDF vào thư mục “{0}”.</source>
        <translation>The PDF could not be written into the folder “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/file_printer.py"/>
        <source>Chọn thư mục khác</source>
        <translation>Choose another folder</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/file_printer.py"/>
        <source>Không có thư mục này.</source>
        <translation>There is no such folder.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/hid_scanner.py"/>
        <source>Bản cài này chưa có phần đọc máy quét HID-POS (thiếu gói hidapi).</source>
        <translation>This build cannot read HID-POS scanners (the package hidapi is missing).</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/hid_scanner.py"/>
        <source>Cài thêm motcua[scanners], hoặc đặt máy quét ở chế độ bàn phím.</source>
        <translation>Install motcua[scanners], or set the scanner to keyboard mode.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/hid_scanner.py"/>
        <source>Máy quét HID</source>
        <translation>HID scanner</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/hid_scanner.py"/>
        <source>Không thấy máy quét “{0}”.</source>
        <translation>Scanner “{0}” is not there.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/hid_scanner.py"/>
        <source>Cắm máy quét, để ở chế độ HID-POS.</source>
        <translation>Plug the scanner in, in HID-POS mode.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/hid_scanner.py"/>
        <source>Không mở được máy quét HID-POS.</source>
        <translation>The HID-POS scanner cannot be opened.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/hid_scanner.py"/>
        <source>Cắm lại máy quét; trên Linux cần quyền đọc thiết bị hidraw.</source>
        <translation>Plug the scanner in again; on Linux the hidraw device must be readable.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Máy in “{0}” đang không nhận lệnh in.</source>
        <translation>Printer “{0}” is not accepting jobs.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Cho máy in nhận lệnh</source>
        <translation>Let the printer accept jobs</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Máy in “{0}” không nhận kiểu trang nào của chương trình.</source>
        <translation>Printer “{0}” takes none of the program's page formats.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Chọn máy khác</source>
        <translation>Choose another printer</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Máy in “{0}” không còn nhớ lệnh in này.</source>
        <translation>Printer “{0}” no longer remembers this job.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Chưa nối lại được máy in “{0}”; kiểm tra nguồn, dây và mạng của máy in.</source>
        <translation>Printer “{0}” cannot be reached again yet; check its power, cable and network.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Máy in “{0}” đòi mật khẩu.</source>
        <translation>Printer “{0}” wants a password.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Nhờ người quản trị cho máy này in</source>
        <translation>Ask the administrator to let this machine print</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Không có máy in “{0}” ở địa chỉ đã chọn.</source>
        <translation>There is no printer “{0}” at the chosen address.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Chọn lại máy in</source>
        <translation>Choose the printer again</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Máy in “{0}” đang bận hoặc không nhận lệnh in.</source>
        <translation>Printer “{0}” is busy or not accepting jobs.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Chờ một lát</source>
        <translation>Wait a moment</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Máy in “{0}” từ chối lệnh in (mã {1}).</source>
        <translation>Printer “{0}” refused the job (code {1}).</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Lệnh in bị hủy ở máy in.</source>
        <translation>The job was cancelled at the printer.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Máy in bỏ dở lệnh in.</source>
        <translation>The printer gave the job up.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Xem màn hình máy in</source>
        <translation>Look at the printer's display</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Máy in “{0}” nhận lệnh nhưng không trả lời rõ.</source>
        <translation>Printer “{0}” took the job but gave no clear answer.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Máy in đang dừng lệnh in này.</source>
        <translation>The printer is holding this job.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ipp.py"/>
        <source>Máy in báo đã xong nhưng không báo là in được.</source>
        <translation>The printer says it is done, but not that it printed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/listening.py"/>
        <source>Mất kết nối máy quét</source>
        <translation>Scanner disconnected</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/listening.py"/>
        <source>Chưa nối được máy quét</source>
        <translation>Scanner not connected yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/listening.py"/>
        <source>Máy quét đã nối lại ✓</source>
        <translation>Scanner connected again ✓</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/listening.py"/>
        <source>Máy quét ✓</source>
        <translation>Scanner ✓</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/pictures.py"/>
        <source>Tệp ảnh quá lớn.</source>
        <translation>The picture file is too large.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/pictures.py"/>
        <source>Chọn tệp nhỏ hơn {0} MB.</source>
        <translation>Choose a file under {0} MB.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/pictures.py"/>
        <source>Tệp này không phải ảnh PNG, JPEG hay PDF.</source>
        <translation>This file is no PNG, JPEG or PDF.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/pictures.py"/>
        <source>Chụp hoặc quét lại rồi lưu dạng PNG.</source>
        <translation>Take or scan it again and save it as PNG.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/pictures.py"/>
        <source>Ảnh có quá nhiều điểm.</source>
        <translation>The picture has too many pixels.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/pictures.py"/>
        <source>Chụp hoặc quét lại ở 300 dpi.</source>
        <translation>Take or scan it again at 300 dpi.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/pictures.py"/>
        <source>Không đọc được ảnh này, tệp có thể hỏng.</source>
        <translation>This picture cannot be read; the file may be damaged.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/pictures.py"/>
        <source>Chụp hoặc quét lại.</source>
        <translation>Take or scan it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/pictures.py"/>
        <source>Không đọc được tệp PDF này.</source>
        <translation>This PDF cannot be read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/pictures.py"/>
        <source>Tệp có thể hỏng hoặc có mật khẩu.</source>
        <translation>The file may be damaged or have a password.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/pictures.py"/>
        <source>Tệp có thể hỏng.</source>
        <translation>The file may be damaged.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ports.py"/>
        <source>Mất kết nối máy quét.</source>
        <translation>The scanner is disconnected.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/ports.py"/>
        <source>Kiểm tra dây; cắm lại là dùng tiếp được.</source>
        <translation>Check the cable; plug it in again and go on.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/printing.py"/>
        <source>Phiếu đã lưu thành tệp PDF; nối máy in rồi bấm “In lại phiếu” ở trang Hồ sơ.</source>
        <translation>The slip is saved as a PDF; connect a printer, then press “Print the slip again” on the Dossiers page.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/printing.py"/>
        <source>Kiểm tra dây và nguồn của máy in, rồi bấm “In lại phiếu”.</source>
        <translation>Check the printer's cable and power, then press “Print the slip again”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/printing.py"/>
        <source>Máy in “{0}” không nhận lệnh in.</source>
        <translation>Printer “{0}” does not take the job.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/printing.py"/>
        <source>Kiểm tra giấy, mực và dây máy in, rồi bấm “In lại phiếu”.</source>
        <translation>Check the printer's paper, toner and cable, then press “Print the slip again”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/serial_scanner.py"/>
        <source>Bản cài này chưa có phần đọc máy quét cổng COM (thiếu gói pyserial).</source>
        <translation>This build cannot read COM port scanners (the package pyserial is missing).</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/serial_scanner.py"/>
        <source>Không mở được máy quét ở cổng {0}.</source>
        <translation>The scanner at port {0} cannot be opened.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/serial_scanner.py"/>
        <source>Kiểm tra dây, tên cổng, và chương trình khác đang dùng cổng đó.</source>
        <translation>Check the cable, the port's name, and other programs using the port.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/spool.py"/>
        <source>Chương trình đóng trước khi in, chưa có giấy nào ra. {0} Bấm “In lại” nếu cần.</source>
        <translation>The program closed before printing; no paper came out. {0} Press “Print again” if needed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/spool.py"/>
        <source>Chương trình hoặc máy tắt giữa lúc in.</source>
        <translation>The program or machine went off while printing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/spool.py"/>
        <source>Đã bảo máy in bỏ lệnh này; đang chờ máy in trả lời.</source>
        <translation>The printer was told to drop this job; waiting for its answer.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/spool.py"/>
        <source>Chương trình gặp lỗi khi đang in.</source>
        <translation>The program met an error while printing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/spool.py"/>
        <source>Một chương trình khác của quầy đang in quá lâu.</source>
        <translation>Another program of this desk is printing for too long.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/spool.py"/>
        <source>Chờ một phút rồi in lại.</source>
        <translation>Wait a minute and print again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/spool.py"/>
        <source>Máy in đã nhận lệnh rồi không trả lời nữa.</source>
        <translation>The printer took the job and then stopped answering.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/webcam.py"/>
        <source>Bản cài này chưa có phần đọc webcam (thiếu gói opencv-python-headless).</source>
        <translation>This build cannot read webcams (the package opencv-python-headless is missing).</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/webcam.py"/>
        <source>Cài thêm motcua[webcam], hoặc chụp mã rồi mở tệp ảnh.</source>
        <translation>Install motcua[webcam], or take a picture of the code and open the file.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/webcam.py"/>
        <source>Không có webcam hay đoạn phim “{0}”.</source>
        <translation>There is no webcam or film “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/webcam.py"/>
        <source>Ghi số của webcam: 0, 1, 2…</source>
        <translation>Give the webcam's number: 0, 1, 2…</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/webcam.py"/>
        <source>Không mở được webcam.</source>
        <translation>The webcam cannot be opened.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/webcam.py"/>
        <source>Không mở được đoạn phim.</source>
        <translation>The film cannot be opened.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/webcam.py"/>
        <source>Cắm webcam, đóng chương trình khác đang dùng nó, rồi thử lại.</source>
        <translation>Plug the webcam in, close other programs using it, and try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/webcam.py"/>
        <source>Webcam không gửi hình nữa.</source>
        <translation>The webcam sends no more pictures.</translation>
    </message>
    <message>
        <location filename="../../desk_app/devices/webcam.py"/>
        <source>Kiểm tra dây webcam rồi bật lại.</source>
        <translation>Check the webcam's cable and switch it on again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Giấy tiếp nhận hồ sơ và hẹn trả kết quả</source>
        <translation>Receipt and appointment slip</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ</source>
        <translation>Supplement request (Form 02)</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Phiếu từ chối tiếp nhận giải quyết hồ sơ</source>
        <translation>Refusal (Form 03)</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Xin lỗi và hẹn lại ngày trả kết quả</source>
        <translation>Apology with a new due time (Form 04)</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Thông báo dừng giải quyết hồ sơ</source>
        <translation>Notice of stopping (Form 05)</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Phiếu kiểm soát quá trình giải quyết hồ sơ</source>
        <translation>Control sheet (Form 06)</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Sổ theo dõi hồ sơ</source>
        <translation>Register</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Giấy biên nhận trả kết quả</source>
        <translation>Receipt of the result</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Phiếu bàn giao hồ sơ</source>
        <translation>Handover sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Danh sách hồ sơ đã nộp</source>
        <translation>List of dossiers handed in</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Hướng dẫn thủ tục hành chính</source>
        <translation>Guide to a procedure</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Phiếu xác nhận thu tiền</source>
        <translation>Cash confirmation</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Phiếu đánh giá mức độ hài lòng</source>
        <translation>Rating sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Phiếu số thứ tự</source>
        <translation>Queue ticket</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Nhãn bìa hồ sơ</source>
        <translation>Folder label</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Phiếu kết ca thu tiền</source>
        <translation>Shift sheet</translation>
    </message>
    <message>
        <location filename="../../desk_app/documents/forms.py"/>
        <source>Danh sách việc trong ngày</source>
        <translation>List of the day's work</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Phải là một đối tượng JSON.</source>
        <translation>Must be a JSON object.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Việc “{0}”</source>
        <translation>The act “{0}”</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Phải là chữ.</source>
        <translation>Must be text.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Phải là danh sách chữ.</source>
        <translation>Must be a list of texts.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Phải là số nguyên.</source>
        <translation>Must be a whole number.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Phải là true hoặc false.</source>
        <translation>Must be true or false.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Phải là một trong: {0}.</source>
        <translation>Must be one of: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Phải là ngày dạng YYYY-MM-DD.</source>
        <translation>Must be a date as YYYY-MM-DD.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Phần đính chính</source>
        <translation>The correction</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Phải là ngày giờ ISO 8601.</source>
        <translation>Must be a date and time in ISO 8601.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Phải là đối tượng {tên phí: số tiền}.</source>
        <translation>Must be an object {fee's name: amount}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Phải là danh sách các đối tượng JSON.</source>
        <translation>Must be a list of JSON objects.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Một giấy tờ</source>
        <translation>A paper</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Một giấy tờ xuất trình</source>
        <translation>A paper shown</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Phải có role và paper là chữ.</source>
        <translation>Needs role and paper as text.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>Một người</source>
        <translation>A person</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>các trường có thể ghi: {0}.</source>
        <translation>fields that can be given: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>việc này không cần trường nào.</source>
        <translation>this act needs no field.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/act_request.py"/>
        <source>{0} không có trường “{1}”; {2}</source>
        <translation>{0} has no field “{1}”; {2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/banks.py"/>
        <source>ngân hàng mã {0}</source>
        <translation>bank with code {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Nữ</source>
        <translation>Female</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Chữ số thứ 4 của số định danh không khớp giới tính.</source>
        <translation>The 4th digit of the personal number does not agree with the gender.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Số định danh không khớp năm sinh.</source>
        <translation>The personal number does not agree with the year of birth.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Mã quét quá dài, không phải mã QR của thẻ căn cước.</source>
        <translation>The code is too long to be that of a citizen card.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Chưa đọc được gì từ thẻ, mời quét lại.</source>
        <translation>Nothing was read from the card; please scan again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Đây không phải mã QR của thẻ căn cước (liên kết hoặc dữ liệu khác), không mở.</source>
        <translation>This is no citizen card's QR code (a link or other data); it is not opened.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Số định danh trên mã phải đủ 12 chữ số; mời quét lại hoặc nhập tay.</source>
        <translation>The personal number in the code must have 12 digits; scan again or type it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Số CMND cũ trên mã không đúng 9 chữ số; mời quét lại hoặc nhập tay.</source>
        <translation>The old identity number in the code does not have 9 digits; scan again or type it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Ngày cấp</source>
        <translation>Date of issue</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Ngày sinh trên mã không hợp lý; mời quét lại hoặc nhập tay.</source>
        <translation>The date of birth in the code cannot be right; scan again or type it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Ngày cấp trên mã không hợp lý; mời quét lại, hoặc xem lại ngày của máy.</source>
        <translation>The date of issue in the code cannot be right; scan again, or check this machine's date.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Giới tính trên mã không đọc được (máy quét đổi chữ có dấu); mời nhập tay.</source>
        <translation>The gender in the code cannot be read (the scanner changes marked letters); type it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Đây không phải mã QR của thẻ căn cước.</source>
        <translation>This is no citizen card's QR code.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Bàn phím của máy không phải kiểu US nên mã thẻ bị đổi ký tự; chuyển sang US rồi quét lại.</source>
        <translation>The machine's keyboard is not US, so the code's characters changed; switch to US and scan again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Mã thẻ căn cước thiếu hoặc thừa phần; mời quét lại hoặc nhập tay.</source>
        <translation>The card's code has too few or too many parts; scan again or type.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Mã thẻ có ký tự hỏng; mời quét lại hoặc nhập tay.</source>
        <translation>The card's code has damaged characters; scan again or type.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Họ tên trên mã không đọc được; mời quét lại hoặc nhập tay.</source>
        <translation>The name in the code cannot be read; scan again or type it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Nơi cư trú trên mã không đọc được; mời quét lại hoặc nhập tay.</source>
        <translation>The residence in the code cannot be read; scan again or type it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Phím Caps Lock đang bật nên chữ trên mã thẻ bị đổi hoa thường; tắt rồi quét lại.</source>
        <translation>Caps Lock is on, so the letters of the card's code changed case; switch it off and scan again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Bộ gõ tiếng Việt đã sửa chữ trên mã thẻ; tắt bộ gõ (chọn EN) rồi quét lại.</source>
        <translation>The Vietnamese input method changed the card's code; switch it off (choose EN) and scan again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>Máy quét làm mất dấu tiếng Việt của thẻ; mời nhập tay và chỉnh máy quét sang Unicode.</source>
        <translation>The scanner loses the card's Vietnamese marks; type, and set the scanner to Unicode.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/citizen_card.py"/>
        <source>{0} trên mã không phải một ngày có thật; mời quét lại hoặc nhập tay.</source>
        <translation>{0} in the code is no real date; scan again or type it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>Dòng {0}: có hai cột cùng là “{1}”.</source>
        <translation>Row {0}: two columns are both “{1}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>Đổi tên hoặc bỏ một cột.</source>
        <translation>Rename or remove one column.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>Dòng {0}: dòng tiêu đề thiếu cột {1}.</source>
        <translation>Row {0}: the heading row lacks the column {1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>Dòng đầu của bảng phải là tên các cột, ví dụ: Thủ tục, Họ và tên, CCCD, Ngày sinh, Địa chỉ.</source>
        <translation>The first row must hold the columns' names, for example: Thủ tục, Họ và tên, CCCD, Ngày sinh, Địa chỉ.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>Không có thủ tục “{0}” trong danh mục.</source>
        <translation>There is no procedure “{0}” in the catalogue.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>Chưa có thủ tục.</source>
        <translation>The procedure is missing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>{0} Ghi mã như 1.001193 hoặc đúng tên thủ tục.</source>
        <translation>{0} Give a code such as 1.001193, or the exact name.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>Ô là công thức; thay bằng giá trị rồi nhập lại.</source>
        <translation>The cell is a formula; put the value in and take the file in again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>Ô là số nên đã mất số 0 ở đầu; đặt kiểu cột là Chữ (Text) rồi gõ lại.</source>
        <translation>The cell is a number, so the leading 0 is lost; make the column Text and type it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>không phải số nguyên.</source>
        <translation>is no whole number.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>không phải ngày (ngày/tháng/năm).</source>
        <translation>is no date (day/month/year).</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>phải là: tại quầy, bưu chính hoặc trực tuyến.</source>
        <translation>must be: tại quầy, bưu chính or trực tuyến.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>phải là Nam hoặc Nữ.</source>
        <translation>must be Nam or Nữ.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>không phải số điện thoại.</source>
        <translation>is no phone number.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>Chưa có họ và tên người nộp.</source>
        <translation>The applicant's full name is missing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>Có số giấy tờ chủ hồ sơ mà chưa có tên chủ hồ sơ.</source>
        <translation>The owner's identity number is there, but not the name.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>“{0}” không phải số tiền.</source>
        <translation>“{0}” is no amount of money.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/dossier_table.py"/>
        <source>Thủ tục này không có đúng một khoản do địa phương định; bỏ trống ô này.</source>
        <translation>This procedure does not have exactly one local fee; leave this cell empty.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/office_hours.py"/>
        <source>“{0}” không phải giờ; ghi như 07:30.</source>
        <translation>“{0}” is no time; write as 07:30.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/office_hours.py"/>
        <source>Ghi mỗi buổi như 07:30–11:30, cách nhau bằng dấu phẩy.</source>
        <translation>Write each session as 07:30–11:30, with commas between.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/office_hours.py"/>
        <source>Các buổi phải theo thứ tự trong ngày và không chồng nhau.</source>
        <translation>Sessions must follow each other in the day without overlap.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/office_hours.py"/>
        <source>Ngày này không có trong lịch; ghi như 24/11/2026.</source>
        <translation>This day is not in the calendar; write as 24/11/2026.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/office_hours.py"/>
        <source>Ghi ngày như 24/11/2026.</source>
        <translation>Write the date as 24/11/2026.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/print_job.py"/>
        <source>Chờ in</source>
        <translation>Waiting to print</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/print_job.py"/>
        <source>Sắp gửi máy in</source>
        <translation>About to go to the printer</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/print_job.py"/>
        <source>Máy in đang xử lý</source>
        <translation>The printer is at it</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/print_job.py"/>
        <source>Đã gửi máy in, máy không báo lại</source>
        <translation>Sent; the printer does not report back</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/print_job.py"/>
        <source>Đã in</source>
        <translation>Printed</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/print_job.py"/>
        <source>Chưa in được</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/print_job.py"/>
        <source>Chưa rõ giấy đã ra hay chưa</source>
        <translation>Unclear whether the paper came out</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/print_job.py"/>
        <source>Thôi không in</source>
        <translation>Not to be printed</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/printer_address.py"/>
        <source>Địa chỉ máy in “{0}” không đúng kiểu.</source>
        <translation>The printer address “{0}” is not of the right kind.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/printer_address.py"/>
        <source>Dùng tên máy in của hệ thống, ipp://máy/đường-dẫn, escpos://máy:9100, escpos-usb://vvvv:pppp, escpos-raw://tên hoặc file:thư-mục.</source>
        <translation>Use the system's printer name, ipp://host/path, escpos://host:9100, escpos-usb://vvvv:pppp, escpos-raw://name or file:folder.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>chưa rõ thời hạn trong danh mục; cán bộ hẹn ngày trả kèm lý do</source>
        <translation>no time limit in the catalogue; the officer sets the due time and says why</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>bản chính</source>
        <translation>original</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>bản sao chứng thực</source>
        <translation>certified copy</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>bản chụp</source>
        <translation>photocopy</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>{0}; nộp trực tuyến: {1}</source>
        <translation>{0}; filed online: {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source> (nếu có)</source>
        <translation> (if any)</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>{0} một bản</source>
        <translation>{0} per copy</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>{0} một trang</source>
        <translation>{0} per page</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>, từ trang thứ {0}: {1}</source>
        <translation>, from page {0} on: {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>, nhiều nhất {0} một bản</source>
        <translation>, at most {0} per copy</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>theo mức của địa phương</source>
        <translation>as the province sets</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source> (khi có yêu cầu)</source>
        <translation> (on request)</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>miễn: {0}</source>
        <translation>exempt: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>Người dân chờ tại quầy</source>
        <translation>The citizen waits at the counter</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>Nhận Giấy tiếp nhận hồ sơ và hẹn trả kết quả</source>
        <translation>Receives the slip with the due time</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>cơ quan có thẩm quyền</source>
        <translation>the authority in charge</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>Chuẩn bị giấy tờ ở mục 1, nộp tại Bộ phận Một cửa, qua bưu chính công ích hoặc Cổng dịch vụ công.</source>
        <translation>Prepare the papers of section 1; hand them in at the one-stop counter, by post or on the public service portal.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>Cán bộ kiểm tra hồ sơ; nếu thiếu, cán bộ hướng dẫn bổ sung một lần, đầy đủ, bằng phiếu.</source>
        <translation>The officer checks the papers; if some are missing, a form says once and fully what to add.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>{0}; nộp phí, lệ phí nếu có.</source>
        <translation>{0}; pays the fee, if any.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>Hồ sơ được giải quyết ({0}) trong thời hạn nêu trên.</source>
        <translation>The dossier is settled ({0}) within the time limit above.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>Nhận kết quả tại quầy, tại nhà qua bưu chính, hoặc bản điện tử</source>
        <translation>Receive the result at the counter, at home by post, or electronically</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/procedure_words.py"/>
        <source>Quyết định công bố {0}</source>
        <translation>Published by decision {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/queue.py"/>
        <source>Đang chờ</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/queue.py"/>
        <source>Đang gọi</source>
        <translation>Being called</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/queue.py"/>
        <source>Đang phục vụ</source>
        <translation>Being served</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/queue.py"/>
        <source>Đã xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/queue.py"/>
        <source>Vắng mặt</source>
        <translation>Absent</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/queue.py"/>
        <source>gọi</source>
        <translation>call</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/queue.py"/>
        <source>gọi lại</source>
        <translation>call again</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/queue.py"/>
        <source>phục vụ</source>
        <translation>serve</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/queue.py"/>
        <source>kết thúc</source>
        <translation>end</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/queue.py"/>
        <source>ghi vắng mặt</source>
        <translation>mark as absent</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/queue.py"/>
        <source>chuyển quầy</source>
        <translation>move</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/queue.py"/>
        <source>Số {0} {1} nên không {2} được.</source>
        <translation>Number {0} is {1}; not possible: {2}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/queue.py"/>
        <source>Xem lại danh sách số; có thể quầy khác vừa gọi số này.</source>
        <translation>Look at the list of numbers; another counter may just have called it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rating.py"/>
        <source>Rất hài lòng</source>
        <translation>Very satisfied</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rating.py"/>
        <source>Hài lòng</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rating.py"/>
        <source>Bình thường</source>
        <translation>Neutral</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rating.py"/>
        <source>Không hài lòng</source>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rating.py"/>
        <source>Rất không hài lòng</source>
        <translation>Very dissatisfied</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rating.py"/>
        <source>Thời gian trả kết quả</source>
        <translation>Time until the result</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rating.py"/>
        <source>Số cơ quan phải liên hệ</source>
        <translation>Number of offices to deal with</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rating.py"/>
        <source>Số lần phải đi lại</source>
        <translation>Number of visits</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rating.py"/>
        <source>Thông tin công khai</source>
        <translation>Information made public</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rating.py"/>
        <source>Thái độ của cán bộ</source>
        <translation>The officer's manner</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rating.py"/>
        <source>Kết quả và chi phí</source>
        <translation>Result and cost</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rating.py"/>
        <source>Giải trình phản ánh, kiến nghị</source>
        <translation>Answers to complaints</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rating.py"/>
        <source>Dịch vụ công trực tuyến</source>
        <translation>Online services</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rating.py"/>
        <source>Nội dung khác</source>
        <translation>Something else</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Chưa tiếp nhận được: {0}: {1}</source>
        <translation>Not received: {0}: {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Phải là danh sách lý do, ít nhất một.</source>
        <translation>Must be a list of reasons, at least one.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Chưa từ chối được: {0}: {1}</source>
        <translation>Not refused: {0}: {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Tệp quá lớn (trên 8 MB).</source>
        <translation>The file is too large (over 8 MB).</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Chia thành nhiều tệp nhỏ hơn.</source>
        <translation>Split it into smaller files.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Tệp không phải chữ UTF-8.</source>
        <translation>The file is not UTF-8 text.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Lưu lại tệp với bảng mã UTF-8.</source>
        <translation>Save the file as UTF-8.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>dòng {0}, cột {1}</source>
        <translation>line {0}, column {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Tệp không phải JSON đúng cách ({0}).</source>
        <translation>The file is no proper JSON ({0}).</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Sửa lại tệp rồi chạy lại.</source>
        <translation>Correct the file and run again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Tệp lồng nhau quá sâu.</source>
        <translation>The file is nested too deeply.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>{0} không phải là số</source>
        <translation>{0} is no number</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>có tên trường lặp lại</source>
        <translation>a field's name is repeated</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Không có trường này.</source>
        <translation>There is no such field.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Phải là số nguyên không âm.</source>
        <translation>Must be a whole number of 0 or more.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Bắt buộc phải có.</source>
        <translation>Required.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Phải là một danh sách.</source>
        <translation>Must be a list.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/request.py"/>
        <source>Phải là số tiền nguyên không âm.</source>
        <translation>Must be a whole amount of 0 or more.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>xem hồ sơ</source>
        <translation>see dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>tiếp nhận hồ sơ</source>
        <translation>receive dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>làm việc với hồ sơ tại quầy</source>
        <translation>work on dossiers at the desk</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>xử lý hồ sơ</source>
        <translation>process dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>ký duyệt hồ sơ</source>
        <translation>approve and sign dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>vào sổ và đóng dấu kết quả</source>
        <translation>register and seal results</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>đính kèm tệp vào hồ sơ</source>
        <translation>attach files to dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>in giấy tờ của hồ sơ</source>
        <translation>print papers of dossiers</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>thu tiền và chốt ca</source>
        <translation>take money and close shifts</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>gọi số thứ tự</source>
        <translation>call queue numbers</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>chọn máy in, máy quét</source>
        <translation>choose printers and scanners</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>xem số liệu và danh mục</source>
        <translation>see figures and the catalogue</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>xuất dữ liệu và lập sổ có tên người dân</source>
        <translation>export data and make registers with citizens' names</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>xem nhật ký và kiểm tra sổ gốc</source>
        <translation>see the log and verify the journal</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>đổi cài đặt của quầy</source>
        <translation>change settings</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>sao lưu, khôi phục và quản lý máy</source>
        <translation>back up, restore and look after machines</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>hủy hồ sơ hết thời hạn bảo quản</source>
        <translation>destroy dossiers past their term of keeping</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>quản lý tài khoản</source>
        <translation>look after accounts</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>đặt lại mật khẩu cho người khác</source>
        <translation>set other people's passwords anew</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/rights.py"/>
        <source>dùng máy khi chưa đăng nhập</source>
        <translation>use the machine without logging in</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_settings.py"/>
        <source>Enter hoặc Tab</source>
        <translation>Enter or Tab</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_settings.py"/>
        <source>Phím Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_settings.py"/>
        <source>Phím Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_settings.py"/>
        <source>Không gửi phím nào</source>
        <translation>No key</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_settings.py"/>
        <source>Cổng {0}</source>
        <translation>Port {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_settings.py"/>
        <source>Chuỗi đầu mã này không dùng được.</source>
        <translation>This prefix cannot be used.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_settings.py"/>
        <source>Ghi tối đa {0} ký tự không dấu, không có khoảng trắng ở hai đầu.</source>
        <translation>At most {0} characters without marks, and no space at either end.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_settings.py"/>
        <source>Bộ gõ tiếng Việt có thể sửa chữ, số và ngoặc ở đầu mã; nên dùng dấu như ~ hoặc # .</source>
        <translation>A Vietnamese input method may change letters, digits and brackets in front of a code; better use ~ or # .</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Chữ số: mã tra cứu</source>
        <translation>Digits: lookup code</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Chữ, chấm, gạch và số: mã hồ sơ</source>
        <translation>Letters, dots, digits: number</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Chữ hoa, chữ thường: bộ gõ, Caps Lock</source>
        <translation>Letter case: Caps Lock</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Thẻ căn cước: chữ có dấu và dấu |</source>
        <translation>Citizen card: marked letters and the sign |</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Mã dài 340 chữ số: mã QR của phiếu</source>
        <translation>340 digits: the slip's QR code</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Pháp (AZERTY)</source>
        <translation>French (AZERTY)</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Đức (QWERTZ)</source>
        <translation>German (QWERTZ)</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Tiếng Việt của Windows</source>
        <translation>Vietnamese of Windows</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Chuyển Unikey/EVKey (hoặc bàn phím Windows) sang chữ E (tiếng Anh) khi quét.</source>
        <translation>Switch Unikey/EVKey (or the Windows keyboard) to E (English) when scanning.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Chưa nhận được gì: kiểm tra dây, đèn và chế độ bàn phím (USB HID) của máy quét.</source>
        <translation>Nothing came: check the scanner's cable, light and keyboard mode (USB HID).</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Máy quét không gửi phím Enter sau mã: quét mã cài đặt “Suffix CR/Enter” trong sách máy.</source>
        <translation>The scanner sends no Enter after the code: scan “Suffix CR/Enter” from its manual.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Máy quét thêm ký hiệu loại mã “{0}” ở đầu: tắt “AIM ID prefix” trong sách máy.</source>
        <translation>The scanner puts the code type “{0}” in front: switch off “AIM ID prefix” by its manual.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Máy quét thêm “{0}” ở đầu mã: tắt “Prefix”, hoặc ghi đúng chuỗi đó trong Cài đặt.</source>
        <translation>The scanner puts “{0}” in front: switch off “Prefix”, or enter just that in Settings.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Máy quét thêm “{0}” ở cuối mã: chỉ để “Suffix” là phím Enter.</source>
        <translation>The scanner adds “{0}” at the end: let “Suffix” be Enter only.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Máy quét đổi hết chữ hoa hoặc chữ thường: đặt “Case conversion” về “None” trong sách máy.</source>
        <translation>The scanner changes all letters' case: set “Case conversion” to “None” by its manual.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Chữ hoa và chữ thường bị đổi cho nhau: tắt phím Caps Lock.</source>
        <translation>Upper and lower case are swapped: switch Caps Lock off.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Bàn phím của máy đang là kiểu {0}: chọn ENG US, hoặc đặt máy quét cùng kiểu đó.</source>
        <translation>The machine's keyboard is {0}: choose ENG US, or set the scanner to the same.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Bộ gõ tiếng Việt ({0}) đang bật và sửa mã. {1}</source>
        <translation>A Vietnamese input method ({0}) is on and changes codes. {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Bộ gõ tiếng Việt (Telex) đang bật và nuốt chữ. {0}</source>
        <translation>A Vietnamese input method (Telex) is on and swallows letters. {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Máy quét làm mất dấu tiếng Việt: đặt máy quét sang UTF-8/Unicode (Alt mode), hoặc cổng COM.</source>
        <translation>The scanner loses Vietnamese marks: set it to UTF-8/Unicode (Alt mode), or use a COM port.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Mã bị mất ký tự: tăng “Inter-character delay” của máy quét (5–10 ms), cắm thẳng vào máy tính.</source>
        <translation>Characters are lost: raise the scanner's “Inter-character delay” (5–10 ms), plug it straight into the machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scanner_test.py"/>
        <source>Nhận được nội dung khác hẳn mã này: quét lại đúng mã, che các mã bên cạnh.</source>
        <translation>What came is quite another code: scan the right one and cover its neighbours.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scans.py"/>
        <source>Mã quét quá dài, không phải mã của hồ sơ hay thẻ căn cước.</source>
        <translation>The code is too long to be a dossier's or a citizen card's.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scans.py"/>
        <source>Chưa đọc được gì, mời quét lại.</source>
        <translation>Nothing was read; please scan again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scans.py"/>
        <source>Bộ gõ tiếng Việt đã sửa mã vừa quét; tắt bộ gõ (chọn EN) rồi quét lại.</source>
        <translation>The Vietnamese input method changed the scanned code; switch it off (choose EN) and scan again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scans.py"/>
        <source>Mã vừa quét không phải của hồ sơ hay thẻ căn cước, chương trình không mở.</source>
        <translation>The scanned code is no dossier's or citizen card's; the program does not open it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scans.py"/>
        <source>Mã vừa quét bị sai lệch; tắt bộ gõ tiếng Việt (chọn EN) rồi quét lại.</source>
        <translation>The scanned code is garbled; switch the Vietnamese input method off (choose EN) and scan again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/scans.py"/>
        <source>Không nhận ra mã vừa quét; mời quét lại hoặc gõ tay.</source>
        <translation>The scanned code is not recognised; scan again or type.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Chia thành nhiều tệp, mỗi tệp nhiều nhất {0} hồ sơ.</source>
        <translation>Split it into several files of at most {0} dossiers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Tệp lớn hơn {0} MB.</source>
        <translation>The file is larger than {0} MB.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Tệp trống.</source>
        <translation>The file is empty.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Chọn đúng tệp có bảng hồ sơ.</source>
        <translation>Choose the file that holds the table of dossiers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Đây là tệp Excel kiểu cũ (.xls) hoặc tệp có mật khẩu.</source>
        <translation>This is an old Excel file (.xls) or one with a password.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Mở bằng Excel, lưu thành .xlsx không mật khẩu.</source>
        <translation>Open it in Excel and save it as .xlsx without a password.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Tệp {0} không có dòng nào.</source>
        <translation>The file {0} has no rows.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Dòng {0}: tệp có quá nhiều dòng trống.</source>
        <translation>Row {0}: the file has too many empty rows.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Xóa các dòng trống ở cuối bảng rồi lưu lại.</source>
        <translation>Delete the empty rows at the end and save again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Dòng {0}: tệp có hơn {1} hồ sơ.</source>
        <translation>Row {0}: the file has more than {1} dossiers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Dòng {0}: có hơn {1} cột.</source>
        <translation>Row {0}: there are more than {1} columns.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Bỏ bớt các cột không cần.</source>
        <translation>Remove columns that are not needed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Dòng {0}: có ô dài quá {1} ký tự.</source>
        <translation>Row {0}: a cell is longer than {1} characters.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Rút gọn ô đó.</source>
        <translation>Shorten that cell.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Dòng {0}: có byte NUL; đây không phải tệp CSV.</source>
        <translation>Row {0}: there is a NUL byte; this is no CSV file.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Lưu lại từ Excel dạng “CSV UTF-8”.</source>
        <translation>Save it again from Excel as “CSV UTF-8”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Dòng {0}: dấu ngoặc kép mở mà không đóng, hoặc ô quá dài.</source>
        <translation>Row {0}: a quotation mark opens and never closes, or a cell is too long.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Sửa dòng đó, hoặc lưu lại từ Excel dạng “CSV UTF-8”.</source>
        <translation>Correct that row, or save again from Excel as “CSV UTF-8”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Tệp UTF-16 bị hỏng.</source>
        <translation>The UTF-16 file is damaged.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Dòng {0}: chữ không phải bảng mã Unicode UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258).</source>
        <translation>Row {0}: the letters are not Unicode UTF-8 (perhaps TCVN3, VNI or Windows-1258).</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Mở tệp bằng Excel, lưu dạng “CSV UTF-8” hoặc .xlsx.</source>
        <translation>Open the file in Excel and save it as “CSV UTF-8” or .xlsx.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Dòng {0}: không đọc được.</source>
        <translation>Row {0}: cannot be read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Mở tệp bằng Excel rồi lưu lại.</source>
        <translation>Open the file in Excel and save it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Tệp Excel bị hỏng hoặc không có bảng nào.</source>
        <translation>The Excel file is damaged or has no sheet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Mở tệp bằng Excel rồi lưu lại dạng .xlsx.</source>
        <translation>Open the file in Excel and save it again as .xlsx.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Tệp Excel nén bất thường (bung ra quá lớn) nên không mở.</source>
        <translation>The Excel file is packed oddly (it unpacks to too much), so it is not opened.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Tệp Excel có mật khẩu.</source>
        <translation>The Excel file has a password.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Lưu lại không đặt mật khẩu.</source>
        <translation>Save it again without a password.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Tệp Excel có khai báo lạ trong phần XML nên không mở.</source>
        <translation>The Excel file has odd declarations in its XML, so it is not opened.</translation>
    </message>
    <message>
        <location filename="../../desk_app/domain/table_file.py"/>
        <source>Lưu lại tệp bằng Excel.</source>
        <translation>Save the file again with Excel.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/account_code.py"/>
        <source>Chưa có câu hỏi nào đang chờ mã của trung tâm cho tên đăng nhập này.</source>
        <translation>No question of this log-in name waits for the center's code.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/account_code.py"/>
        <source>Lấy mã hỏi mới (motcua account ask) rồi gọi trung tâm.</source>
        <translation>Get a new question code (motcua account ask), then call the center.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/account_code.py"/>
        <source>Mã của trung tâm không đúng cho máy và tên đăng nhập này.</source>
        <translation>The center's code is not right for this machine and log-in name.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/account_code.py"/>
        <source>Đọc lại từng nhóm; còn {0} lần, sau đó phải lấy mã hỏi mới.</source>
        <translation>Read each group again; {0} tries are left, then a new question code is needed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/account_code.py"/>
        <source>Quầy này chưa nối với trung tâm nào nên không xin mã được.</source>
        <translation>This desk is connected to no center, so there is no code to ask for.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/account_code.py"/>
        <source>Nhờ một quản trị viên hoặc lãnh đạo của đơn vị đặt lại mật khẩu.</source>
        <translation>Ask an administrator or leader of the unit to set the password anew.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Xem lại danh sách tài khoản (motcua account list).</source>
        <translation>Look at the list of accounts (motcua account list).</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Không có tài khoản “{0}”.</source>
        <translation>There is no account “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Đơn vị đã có tài khoản.</source>
        <translation>The unit has accounts already.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Đăng nhập rồi thêm người bằng “motcua account add”.</source>
        <translation>Log in and add people with “motcua account add”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Đây là quản trị viên duy nhất của đơn vị.</source>
        <translation>This is the unit's only administrator.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Giao vai trò quản trị cho người khác (có mật khẩu) trước.</source>
        <translation>Give the role administrator to somebody else (with a password) first.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Đây là mật khẩu của chính mình.</source>
        <translation>This is one's own password.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Đổi bằng mục Đổi mật khẩu (motcua account password).</source>
        <translation>Change it under My password (motcua account password).</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Mật khẩu của quản trị viên do một quản trị viên khác hoặc trung tâm đặt lại.</source>
        <translation>An administrator's password is set anew by another administrator or by the center.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Nhờ quản trị viên khác, hoặc xin mã của trung tâm.</source>
        <translation>Ask another administrator, or get the center's code.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Mật khẩu mới trùng mật khẩu cũ.</source>
        <translation>The new password is the old one.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Chọn mật khẩu khác.</source>
        <translation>Choose another password.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Trung tâm</source>
        <translation>Center</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Tài khoản này đã ngừng dùng.</source>
        <translation>This account has been set aside.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Quản trị viên của đơn vị mở lại được.</source>
        <translation>An administrator of the unit can open it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Chưa làm được: {0}</source>
        <translation>Not done: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Tài khoản này không có trong đơn vị.</source>
        <translation>The unit has no such account.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Tên đăng nhập “{0}” đã có người dùng.</source>
        <translation>The log-in name “{0}” is taken.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/accounts.py"/>
        <source>Chọn tên khác, ví dụ thêm chữ đệm.</source>
        <translation>Choose another, with the middle name for instance.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acting.py"/>
        <source>Chưa làm được: {0}: {1}</source>
        <translation>Not done: {0}: {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acting.py"/>
        <source>Mỗi lần chọn từ 1 đến {0} hồ sơ.</source>
        <translation>Choose 1 to {0} dossiers at a time.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acting.py"/>
        <source>Chưa trả được: {0}</source>
        <translation>Not returned: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acting.py"/>
        <source>Không có việc “{0}”.</source>
        <translation>There is no act “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acting.py"/>
        <source>Các việc: {0}.</source>
        <translation>The acts are: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acting.py"/>
        <source>Hồ sơ có trong danh sách nhưng không có trong sổ gốc.</source>
        <translation>The dossier is in the list but not in the journal.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acting.py"/>
        <source>Chạy “motcua verify”.</source>
        <translation>Run “motcua verify”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acting.py"/>
        <source>Nội dung dài quá mức lưu được.</source>
        <translation>The text is too long to be stored.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acting.py"/>
        <source>Viết ngắn lại.</source>
        <translation>Write less.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Hồ sơ đang ở chính đơn vị này; ghi nơi khác.</source>
        <translation>The dossier is at this unit already; give another place.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Cấp trên</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Hồ sơ đang là “{0}”.</source>
        <translation>The dossier is “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Hồ sơ đã được yêu cầu bổ sung một lần.</source>
        <translation>A supplement was asked for once already.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Hồ sơ đã hẹn lại một lần; pháp luật chỉ cho hẹn lại một lần.</source>
        <translation>The dossier was put off once; the law allows only one new due time.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Kết quả về nơi đã tiếp nhận hồ sơ.</source>
        <translation>The result goes to where the dossier was received.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Kết quả đã về quầy.</source>
        <translation>The result is at the counter.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Giấy tờ của hồ sơ này đã trả lại công dân.</source>
        <translation>The papers of this dossier were given back to the citizen.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Hồ sơ đã trả kết quả nên không hủy tiếp nhận được.</source>
        <translation>The result was returned, so the intake cannot be annulled.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Việc cuối cùng không phải của quầy này, hoặc không hoàn tác được.</source>
        <translation>The last act is not this desk's, or cannot be undone.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Trả kết quả</source>
        <translation>Return the result</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Nhận kết quả về quầy</source>
        <translation>Result arrived</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Đã có kết quả</source>
        <translation>The result is there</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Bàn giao hồ sơ</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Nhận hồ sơ chuyển đến</source>
        <translation>Take in a forwarded dossier</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Chuyển kết quả về nơi tiếp nhận</source>
        <translation>Send the result back to where it was received</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Chuyển lên cấp trên, đơn vị khác</source>
        <translation>Forward upstream or to another unit</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Yêu cầu bổ sung</source>
        <translation>Ask for a supplement</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Nhận bổ sung</source>
        <translation>Supplement received</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Yêu cầu nộp phí</source>
        <translation>Ask for the fee</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Thu phí</source>
        <translation>Take the fee</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Xin lỗi và hẹn lại ngày trả</source>
        <translation>Apologise and set a new due time</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Gọi điện cho công dân</source>
        <translation>Call the citizen</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Ghi nơi để hồ sơ</source>
        <translation>Say where the dossier lies</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Đính chính, cấp lại phiếu</source>
        <translation>Correct, issue a new slip</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Từ chối giải quyết</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Dừng giải quyết</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Công dân rút hồ sơ</source>
        <translation>The citizen withdraws</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Chuyển lại để sửa kết quả</source>
        <translation>Send back to have the result corrected</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Hủy tiếp nhận</source>
        <translation>Annul the intake</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/acts.py"/>
        <source>Hoàn tác việc vừa làm</source>
        <translation>Undo the last act</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>đã gửi</source>
        <translation>sent</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>chờ gửi</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>ở máy đầu mối</source>
        <translation>at the hub</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>thiếu tệp</source>
        <translation>file missing</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>tệp hỏng</source>
        <translation>file damaged</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>chưa tải về máy này</source>
        <translation>not fetched yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Ổ đĩa sắp đầy, chưa đính kèm được.</source>
        <translation>The disk is nearly full; the scan was not attached.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Giải phóng dung lượng rồi thử lại.</source>
        <translation>Free some space and try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Không ghi được bản chụp xuống đĩa nên chưa đính kèm.</source>
        <translation>The scan could not be written to the disk and was not attached.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Kiểm tra ổ đĩa rồi đính kèm lại.</source>
        <translation>Check the disk and attach it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Bản chụp này không còn trong hồ sơ.</source>
        <translation>This scan is no longer in the dossier.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Mở lại hồ sơ để xem danh sách hiện nay.</source>
        <translation>Open the dossier again to see the present list.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Hồ sơ không có bản chụp số {0}.</source>
        <translation>The dossier has no scan {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Hồ sơ đang có {0} bản chụp.</source>
        <translation>The dossier has {0} scans.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Không có hồ sơ này.</source>
        <translation>There is no such dossier.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Đồng bộ rồi thử lại.</source>
        <translation>Sync and try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Bản chụp này chưa có ở máy này.</source>
        <translation>This scan is not on this machine yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Đã ghi yêu cầu; bản chụp về ở lần đồng bộ tới, khi có mạng.</source>
        <translation>It is asked for and comes with the next sync.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Tệp bản chụp ở máy này đã hỏng hoặc bị đổi.</source>
        <translation>The scan's file on this machine is damaged or was changed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Đã ghi yêu cầu lấy lại từ trung tâm; nếu trung tâm chưa có, quét lại và đính kèm lại.</source>
        <translation>It is asked for from the center; if the center does not have it, scan and attach it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>trung tâm còn giữ, sẽ tải lại</source>
        <translation>the center still has it and it will be fetched again</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>chưa nơi nào khác xác nhận đang giữ</source>
        <translation>nowhere else is known to have it</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>tệp hỏng hoặc bị đổi</source>
        <translation>the file is damaged or was changed</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Bản chụp {0}: {1}; {2}</source>
        <translation>Scan {0}: {1}; {2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Không đọc được tệp {0}.</source>
        <translation>The file {0} cannot be read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Kiểm tra tệp còn ở đó và không đang mở ở chương trình khác.</source>
        <translation>Check that the file is still there and not open in another program.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Không mở được thư mục máy quét.</source>
        <translation>The scanner's folder cannot be opened.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/attaching.py"/>
        <source>Kiểm tra ổ đĩa hoặc chọn lại thư mục máy quét.</source>
        <translation>Check the disk, or choose the scanner's folder again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>Giờ Việt Nam</source>
        <translation>Time in Vietnam</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>Giờ UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>Máy</source>
        <translation>Machine</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>Hồ sơ, đối tượng</source>
        <translation>Dossier, subject</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>Việc</source>
        <translation>Act</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>Trước → sau</source>
        <translation>Before → after</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>Nơi ghi</source>
        <translation>Place</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>Không ghi được nhật ký thành tệp “{0}”.</source>
        <translation>The log cannot be written as “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>Chọn csv hoặc pdf.</source>
        <translation>Choose csv or pdf.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>nhật ký.{0}</source>
        <translation>log.{0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>từ {0}</source>
        <translation>from {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>đến {0}</source>
        <translation>to {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>người làm: {0}</source>
        <translation>by {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>hồ sơ {0}</source>
        <translation>dossier {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>Toàn bộ</source>
        <translation>All</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>NHẬT KÝ</source>
        <translation>LOG</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>{0}; {1} dòng.</source>
        <translation>{0}; {1} lines.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>{0} – lập lúc {1}</source>
        <translation>{0} – made at {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_files.py"/>
        <source>Nhật ký</source>
        <translation>Log</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_log.py"/>
        <source>Ngày đầu sau ngày cuối nên không có dòng nào.</source>
        <translation>The first day is after the last.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_log.py"/>
        <source>Ghi lại hai ngày.</source>
        <translation>Write both days anew.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_log.py"/>
        <source>Không có cách xếp “{0}”.</source>
        <translation>There is no order “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_log.py"/>
        <source>Chọn {0} hoặc {1}.</source>
        <translation>Choose {0} or {1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_log.py"/>
        <source>Không rõ ai</source>
        <translation>Nobody known</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_log.py"/>
        <source> ({0} giây)</source>
        <translation> ({0} seconds)</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_log.py"/>
        <source>Quầy {0}</source>
        <translation>Counter {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_log.py"/>
        <source>In lại lần {0}</source>
        <translation>Reprint {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_log.py"/>
        <source>{0} mẫu {1}: {2}</source>
        <translation>{0}, form {1}: {2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_log.py"/>
        <source>Máy chưa rõ</source>
        <translation>A machine not known</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_log.py"/>
        <source>Máy chung của xã</source>
        <translation>The commune's hub</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_log.py"/>
        <source> của {0}</source>
        <translation> of {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_log.py"/>
        <source>Quầy {0}{1}</source>
        <translation>Counter {0}{1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Mở sổ gốc mới</source>
        <translation>A new journal was opened</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Trung tâm cấp chứng nhận cho máy</source>
        <translation>The center certified a machine</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Trung tâm cấp dải số hồ sơ</source>
        <translation>The center leased numbers</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Trung tâm thu hồi máy</source>
        <translation>The center revoked a machine</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Cho phép tính lại phần ghi của máy đã thu hồi</source>
        <translation>Entries of a revoked machine were let count</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Xin đổi khóa của máy</source>
        <translation>A machine asked for another key</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Xác nhận ngày giờ của máy</source>
        <translation>Date and time were confirmed</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Tiếp nhận hồ sơ</source>
        <translation>Received</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Nhận hồ sơ từ nơi khác</source>
        <translation>Taken over from another office</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Chuyển trạng thái hồ sơ</source>
        <translation>Status changed</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Đính chính hồ sơ, cấp lại phiếu</source>
        <translation>Corrected, slip reissued</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Dựng lại hồ sơ từ phiếu</source>
        <translation>Rebuilt from its slip</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Thu tiền</source>
        <translation>Money taken</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Chuyển hồ sơ đi</source>
        <translation>Forwarded</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Nhận phần ghi của nơi khác</source>
        <translation>Entries of another office arrived</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Không tính phần ghi của máy đã thu hồi</source>
        <translation>Entries of a revoked machine no longer count</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Gọi cho người dân</source>
        <translation>Citizen called</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Rút lại một việc đã ghi</source>
        <translation>An act was taken back</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Người dân đánh giá</source>
        <translation>A citizen's rating</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Kết ca</source>
        <translation>Shift closed</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Từ chối tiếp nhận</source>
        <translation>Refused at reception</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Ghi yêu cầu về dữ liệu cá nhân</source>
        <translation>A request about personal data was entered</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Trả lời yêu cầu về dữ liệu cá nhân</source>
        <translation>A request about personal data was answered</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Đổi cài đặt chung</source>
        <translation>A shared setting was changed</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Đổi tài khoản</source>
        <translation>An account was changed</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Trung tâm đổi danh sách đơn vị</source>
        <translation>The center changed the list of units</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Trung tâm ban hành danh mục</source>
        <translation>The center published a catalogue</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Trung tâm gửi thông báo</source>
        <translation>The center sent a message</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Đọc thông báo</source>
        <translation>A message was read</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Xóa nội dung theo quy định</source>
        <translation>Content purged by rule</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Đính kèm tệp</source>
        <translation>File attached</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Gỡ tệp đính kèm</source>
        <translation>File detached</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Nhận bàn giao hồ sơ</source>
        <translation>Papers counted in</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Phân công</source>
        <translation>Assigned</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Thẩm định</source>
        <translation>Appraisal</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Lấy ý kiến</source>
        <translation>Ask for an opinion</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Ghi ý kiến đã trả lời</source>
        <translation>Opinion noted</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Phê duyệt</source>
        <translation>Approval</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Trả lại để làm lại</source>
        <translation>Send back for rework</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Đóng dấu, phát hành</source>
        <translation>Sealed and issued</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Việc do phiên bản phần mềm mới hơn ghi</source>
        <translation>An act recorded by a newer version of the program</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>nội dung đã được xóa theo quy định</source>
        <translation>its content was purged by rule</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Xem hồ sơ</source>
        <translation>Dossier read</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>In giấy tờ</source>
        <translation>Paper printed</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Xuất dữ liệu</source>
        <translation>Data exported</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Đăng nhập</source>
        <translation>Logged in</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Đăng nhập sai mật khẩu</source>
        <translation>Wrong password</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Đăng nhập sai mật khẩu, phải chờ</source>
        <translation>Wrong password, must wait</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Thử đăng nhập khi còn phải chờ</source>
        <translation>Tried while having to wait</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Cho một tên đăng nhập thử lại ngay</source>
        <translation>A log-in name was let try again at once</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>thêm</source>
        <translation>added</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>sửa</source>
        <translation>changed</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>tự đổi mật khẩu</source>
        <translation>own password changed</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>đặt lại mật khẩu</source>
        <translation>password set</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>đặt lại mật khẩu bằng mã của trung tâm</source>
        <translation>password set by the center's code</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>quản trị viên đầu tiên</source>
        <translation>first administrator</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Trạng thái</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Hạn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Phí, lệ phí</source>
        <translation>Fees</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Đã thu</source>
        <translation>Paid</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>Người xử lý</source>
        <translation>Assigned to</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>{0}: sổ ghi {1}, đếm được {2}</source>
        <translation>{0}: expected {1}, counted {2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>vai trò {0}</source>
        <translation>roles {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>mở</source>
        <translation>active</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/audit_words.py"/>
        <source>ngừng dùng</source>
        <translation>no longer in use</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup.py"/>
        <source>Nơi sao lưu không được nằm trong thư mục dữ liệu.</source>
        <translation>Backups cannot lie inside the data folder.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup.py"/>
        <source>Chọn ổ đĩa thứ hai hoặc USB.</source>
        <translation>Choose a second disk or a stick.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup.py"/>
        <source>Một lần sao lưu khác đang chạy.</source>
        <translation>Another backup is running.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup.py"/>
        <source>Chờ nó xong rồi làm lại.</source>
        <translation>Wait for it, then try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_key.py"/>
        <source>Phong bì khóa trong bản sao lưu bị hỏng hoặc của quầy khác.</source>
        <translation>The key's envelope in the backup is damaged or another desk's.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_key.py"/>
        <source>Thử bản sao lưu khác.</source>
        <translation>Try another backup.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_key.py"/>
        <source>Mã khôi phục không đúng.</source>
        <translation>The recovery code is wrong.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_key.py"/>
        <source>Gõ lại đủ các nhóm như trên tờ giấy đã in; dấu gạch không cần.</source>
        <translation>Type all groups again as on the printed sheet; the dashes are not needed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_key.py"/>
        <source>Quầy này chưa in mã khôi phục nào mở được dữ liệu trên máy này.</source>
        <translation>This desk has printed no recovery code that opens the data on this machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_key.py"/>
        <source>Khôi phục thư mục khóa (MOTCUA_KEYS) từ bản chép, hoặc khôi phục quầy từ bản sao lưu.</source>
        <translation>Restore the keys folder (MOTCUA_KEYS) from a copy, or the desk from a backup.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_key.py"/>
        <source>Máy này đã có một khóa khác mang tên quầy đó.</source>
        <translation>This machine has another key under that desk's name.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_key.py"/>
        <source>Không có gì bị thay đổi.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Số giờ</source>
        <translation>Hours</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Số ngày</source>
        <translation>Days</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Số tuần</source>
        <translation>Weeks</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Số tháng</source>
        <translation>Months</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>{0} phải từ {1} đến {2}.</source>
        <translation>{0} must be {1} to {2}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Số ngày nhắc</source>
        <translation>Days before the warning</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Không đọc được tệp nhận dạng của quầy (desk.json).</source>
        <translation>The desk's identity file (desk.json) cannot be read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Kiểm tra ổ đĩa.</source>
        <translation>Check the disk.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Không ghi được thư mục dữ liệu.</source>
        <translation>The data folder cannot be written.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Kiểm tra ổ đĩa và quyền ghi.</source>
        <translation>Check the disk and the right to write.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Chưa sao lưu</source>
        <translation>Not backed up</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Sao lưu lúc {0}</source>
        <translation>Backed up at {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Vừa sao lưu ra USB, rút được</source>
        <translation>Backed up to the USB just now, it may be taken out</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Vừa sao lưu</source>
        <translation>Backed up just now</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Sao lưu {0} phút trước</source>
        <translation>Backed up {0} minutes ago</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Sao lưu {0} giờ trước</source>
        <translation>Backed up {0} hours ago</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Sao lưu {0} ngày trước</source>
        <translation>Backed up {0} days ago</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Chưa chọn nơi sao lưu: ổ đĩa hỏng là mất hồ sơ chưa gửi. Chọn ở Cài đặt (F10), phần Sao lưu.</source>
        <translation>No place for backups was chosen: a broken disk loses dossiers not yet sent. Choose one in Settings (F10), Backups.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Bản sao lưu tốt gần nhất từ {0}.</source>
        <translation>The last good backup is of {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Chưa có bản sao lưu nào.</source>
        <translation>There is no backup yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_plan.py"/>
        <source>Kiểm tra ở Cài đặt (F10), phần Sao lưu.</source>
        <translation>Look in Settings (F10), Backups.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_proving.py"/>
        <source>{0} trang hỏng</source>
        <translation>{0} damaged pages</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_trouble.py"/>
        <source>Ổ sao lưu “{0}” đã đầy; bản mới chưa tạo được, các bản trước còn nguyên.</source>
        <translation>The backup volume “{0}” is full; no new copy was made, the earlier ones are whole.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_trouble.py"/>
        <source>Xóa bớt tệp không cần trên ổ đó hoặc chọn ổ khác, rồi sao lưu lại.</source>
        <translation>Delete what is not needed there or choose another volume, then back up again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_trouble.py"/>
        <source>Ổ sao lưu “{0}” không nhận tệp lớn như vậy; các bản trước còn nguyên.</source>
        <translation>The backup volume “{0}” takes no file that large; the earlier copies are whole.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_trouble.py"/>
        <source>Dùng ổ định dạng exFAT hoặc NTFS.</source>
        <translation>Use a volume formatted as exFAT or NTFS.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_trouble.py"/>
        <source>Nơi sao lưu “{0}” chỉ cho đọc, không ghi được; các bản trước còn nguyên.</source>
        <translation>The place “{0}” can only be read; the earlier copies are whole.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_trouble.py"/>
        <source>Mở khóa chống ghi của USB hoặc xin quyền ghi, rồi sao lưu lại.</source>
        <translation>Unlock the stick or ask for the right to write, then back up again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_trouble.py"/>
        <source>Không thấy nơi sao lưu “{0}”; các bản đã có ở đó không bị thay đổi.</source>
        <translation>The place “{0}” is not there; the copies on it are unchanged.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_trouble.py"/>
        <source>Cắm lại USB hoặc ổ đĩa, hoặc chọn nơi khác ở Cài đặt – Sao lưu.</source>
        <translation>Plug the stick or disk in again, or choose another place in Settings – Backups.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_trouble.py"/>
        <source>Ổ sao lưu “{0}” báo lỗi hoặc đã bị rút ra; bản mới chưa tạo được, các bản trước còn nguyên.</source>
        <translation>The backup volume “{0}” reported an error or was pulled out; no new copy was made, the earlier ones are whole.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_trouble.py"/>
        <source>Cắm lại rồi sao lưu lại; nếu còn lỗi, thay ổ khác.</source>
        <translation>Plug it in and back up again; if it fails again, use another one.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_trouble.py"/>
        <source>Dữ liệu của quầy có sai lệch nên bản sao lưu mới không được giữ; các bản trước còn nguyên.</source>
        <translation>The desk's data does not prove, so the new copy was not kept; the earlier ones are whole.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_trouble.py"/>
        <source>Đừng xóa gì; chạy “motcua verify” và báo người phụ trách kỹ thuật.</source>
        <translation>Delete nothing; run “motcua verify” and tell technical support.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_trouble.py"/>
        <source>Ổ sao lưu “{0}” không giữ đúng những gì đã ghi; các bản trước còn nguyên.</source>
        <translation>The backup volume “{0}” did not keep what was written; the earlier copies are as they were.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/backup_trouble.py"/>
        <source>Thay ổ khác: ổ này có thể sắp hỏng.</source>
        <translation>Use another one: this one may be failing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/bank.py"/>
        <source>Mã ngân hàng (BIN) gồm 6 chữ số, ví dụ 970436.</source>
        <translation>A bank's code (BIN) has 6 digits, for example 970436.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/bank.py"/>
        <source>Số tài khoản chỉ gồm chữ và số, nhiều nhất 19 ký tự.</source>
        <translation>An account number has only letters and digits, at most 19.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/bank.py"/>
        <source>Chưa có tên chủ tài khoản để người nộp đối chiếu.</source>
        <translation>The account holder's name is missing; payers compare it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/bank.py"/>
        <source>Chưa lưu được tài khoản. {0}</source>
        <translation>The account was not saved. {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/bank.py"/>
        <source>Quét để chuyển khoản {0}, nội dung {1}</source>
        <translation>Scan to transfer {0}, reference {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/calendars.py"/>
        <source>Tệp lịch không phải JSON đúng cách.</source>
        <translation>The calendar file is no proper JSON.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/calendars.py"/>
        <source>Xuất lịch hiện có làm mẫu rồi sửa.</source>
        <translation>Export the present calendar as an example and change it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/catalogue.py"/>
        <source>Không nhập được bảng thủ tục: {0}.</source>
        <translation>The table of procedures was not taken in: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/catalogue.py"/>
        <source>Kiểm tra lại tệp đã tải về.</source>
        <translation>Check the downloaded file.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Số ngày giữa hai lần gửi phải từ 1 đến 90.</source>
        <translation>The days between two sendings must be 1 to 90.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Chưa hỏi được trung tâm.</source>
        <translation>The center could not be asked yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Máy trả lời không phải là trung tâm.</source>
        <translation>The machine that answers is not the center.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Kiểm tra địa chỉ và mạng.</source>
        <translation>Check the address and the network.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Bản ở trung tâm không còn hoặc không đúng.</source>
        <translation>The copy at the center is gone or wrong.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Thử bản khác.</source>
        <translation>Try another copy.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Chưa tải hết bản sao lưu; làm lại sẽ tải tiếp.</source>
        <translation>The backup has not come whole yet; do it again and it goes on.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Không ghi được “{0}”.</source>
        <translation>“{0}” cannot be written.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Kiểm tra chỗ trống và quyền ghi.</source>
        <translation>Check free space and the right to write.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Tệp từ trung tâm không phải là bản sao lưu.</source>
        <translation>The file from the center is no backup.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Chưa có bản sao lưu nào để gửi.</source>
        <translation>There is no backup to send yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Sao lưu ra ổ thứ hai hoặc USB trước.</source>
        <translation>Back up to a second disk or a USB stick first.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Bản sao lưu mới nhất bị hỏng nên không gửi.</source>
        <translation>The newest backup is damaged and was not sent.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Sao lưu lại, hoặc thay ổ.</source>
        <translation>Back up again, or replace the drive.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Bản sao lưu lớn quá mức trung tâm nhận.</source>
        <translation>The backup is bigger than the center takes.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Dùng ổ thứ hai hoặc USB.</source>
        <translation>Use a second disk or a USB stick.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Không đọc được bản sao lưu mới nhất.</source>
        <translation>The newest backup cannot be read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Cắm lại ổ sao lưu.</source>
        <translation>Plug the backup drive in again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Quầy này chưa ghi danh với trung tâm nào.</source>
        <translation>This desk is not enrolled with a center.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/center_copies.py"/>
        <source>Xin thư mời của trung tâm trước.</source>
        <translation>Ask the center for an invitation first.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/checking.py"/>
        <source>Đang kiểm tra từng trang của tệp dữ liệu…</source>
        <translation>Checking each page of the data file…</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/checking.py"/>
        <source>{0} trang của tệp dữ liệu bị hỏng</source>
        <translation>{0} pages of the data file are damaged</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/checking.py"/>
        <source>Đang kiểm tra chuỗi và dấu niêm phong…</source>
        <translation>Checking chains and seals…</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/checking.py"/>
        <source>{0}: {1} mục thiếu nội dung mà không ai hủy; hãy đồng bộ</source>
        <translation>{0}: {1} entries lack their content although nobody destroyed it; synchronise</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/checking.py"/>
        <source>Đang dựng lại bảng tra cứu để so…</source>
        <translation>Rebuilding the tables to compare…</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/checking.py"/>
        <source>Đang kiểm tra các tệp đính kèm…</source>
        <translation>Checking the attached files…</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/checking.py"/>
        <source>Mốc ngoài cơ sở dữ liệu: {0}</source>
        <translation>The mark outside the database: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/checking.py"/>
        <source>{0} #{1}: nội dung đã hủy mà vẫn còn</source>
        <translation>{0} #{1}: destroyed content is still here</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/checking.py"/>
        <source>{0} #{1}: nằm sai sổ</source>
        <translation>{0} #{1}: lies in the wrong journal</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/checking.py"/>
        <source>{0} #{1}: đứt chuỗi</source>
        <translation>{0} #{1}: the chain is broken</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/checking.py"/>
        <source>{0}: đầu sổ không khớp</source>
        <translation>{0}: the journal's head does not agree</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/checking.py"/>
        <source>{0} #{1}: dấu niêm phong không đúng</source>
        <translation>{0} #{1}: the seal is wrong</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/checking.py"/>
        <source>{0}: phần cuối chưa niêm phong</source>
        <translation>{0}: the end is not sealed yet</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/closing_sheet.py"/>
        <source>không có mốc ngoài cơ sở dữ liệu</source>
        <translation>there is no mark outside the database</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/closing_sheet.py"/>
        <source>sổ ngắn hơn hoặc khác mốc đã ghi ngoài cơ sở dữ liệu</source>
        <translation>the journal is shorter than, or other than, the mark outside the database</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/closing_sheet.py"/>
        <source>mốc ghi ở máy khác</source>
        <translation>the mark is another machine's</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/closing_sheet.py"/>
        <source>Chưa đến ngày này nên chưa chốt sổ được.</source>
        <translation>That day is still to come.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/closing_sheet.py"/>
        <source>Chọn hôm nay hoặc một ngày đã qua.</source>
        <translation>Choose today or a day that is over.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/closing_sheet.py"/>
        <source>Dòng {0}/{1} #{2} gõ chưa đúng.</source>
        <translation>The line {0}/{1} #{2} is mistyped.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/closing_sheet.py"/>
        <source>So lại từng chữ với phiếu, hoặc quét mã QR.</source>
        <translation>Compare it with the sheet letter by letter, or scan the QR code.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/closing_sheet.py"/>
        <source>Không đọc đủ đầu sổ nào của phiếu chốt.</source>
        <translation>No whole head of a closing sheet was found.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/closing_sheet.py"/>
        <source>Gõ cả dòng như trên phiếu (từ mã máy đến bốn chữ sau dấu ~), hoặc quét mã QR của phiếu.</source>
        <translation>Type the whole line as printed (from the machine's code to the four letters after ~), or scan the sheet's QR code.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/closing_sheet.py"/>
        <source>SỔ GỐC ĐÃ BỊ SỬA, CẮT BỚT HOẶC THAY BẰNG BẢN CŨ: không còn mục #{0} của {1} như đã in trên phiếu. Giữ nguyên máy và phiếu, báo người phụ trách kỹ thuật.</source>
        <translation>THE JOURNAL WAS CHANGED, CUT SHORT OR REPLACED BY AN OLD COPY: entry #{0} of {1} is not as it was printed. Leave machine and sheet as they are and tell the technician.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/closing_sheet.py"/>
        <source>Máy này không giữ sổ {0}/{1} có trên phiếu: đồng bộ rồi đối chiếu lại; nếu phiếu in từ chính máy này thì sổ đã bị thay, báo người phụ trách kỹ thuật.</source>
        <translation>This machine does not hold the journal {0}/{1} of the sheet: synchronise and compare again; if the sheet was printed here, the journal was replaced: tell the technician.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/closing_sheet.py"/>
        <source>Khớp: sổ gốc đúng như trên phiếu, từ đó chưa ghi thêm.</source>
        <translation>They agree: the journal is just as on the sheet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/closing_sheet.py"/>
        <source>Khớp: mọi mục đã có khi in phiếu vẫn còn nguyên, sau đó sổ có ghi thêm.</source>
        <translation>They agree: all that was there when the sheet was printed is unchanged; more was written since.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/day_papers.py"/>
        <source>Khoản cùng phút kết ca, tính ở ca khác</source>
        <translation>Payments of the shift's last minute, counted in another shift</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/day_papers.py"/>
        <source>Hồ sơ này chưa có lần tiếp nhận nào nên chưa in được mẫu.</source>
        <translation>This dossier has no intake yet, so the form cannot be printed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/day_papers.py"/>
        <source>Hồ sơ này chưa có việc xử lý xong.</source>
        <translation>This dossier has nothing settled yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/day_papers.py"/>
        <source>Làm việc đó trước (motcua act), rồi in mẫu.</source>
        <translation>Do that act first (motcua act), then print the form.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/day_papers.py"/>
        <source>Người đại diện</source>
        <translation>The representative</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/day_papers.py"/>
        <source>Người được ủy quyền, {0}</source>
        <translation>An authorised person, {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/day_papers.py"/>
        <source>Gửi qua bưu chính, số hiệu {0}</source>
        <translation>Sent by post, no. {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/day_papers.py"/>
        <source>Gửi qua bưu chính</source>
        <translation>Sent by post</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/day_papers.py"/>
        <source>mất phiếu hẹn, đã đối chiếu {0}</source>
        <translation>slip lost, {0} checked</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/day_papers.py"/>
        <source>mất phiếu hẹn</source>
        <translation>slip lost</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/day_papers.py"/>
        <source>Quầy chưa kết ca lần nào trong 31 ngày qua.</source>
        <translation>No shift was closed in the last 31 days.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/day_papers.py"/>
        <source>Đếm tiền và kết ca rồi in phiếu.</source>
        <translation>Count the cash and close the shift, then print.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/desk.py"/>
        <source>Quầy này lập chưa xong.</source>
        <translation>This desk was not set up completely.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/desk.py"/>
        <source>Xóa thư mục dữ liệu trống này rồi chạy lại “motcua setup”.</source>
        <translation>Delete this empty data folder and run “motcua setup” again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/desk.py"/>
        <source>Thư mục này đã có một quầy.</source>
        <translation>There is a desk in this folder already.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/desk.py"/>
        <source>Mở quầy đó, hoặc chọn thư mục trống khác.</source>
        <translation>Open that desk, or choose another, empty folder.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/desk.py"/>
        <source>Không ghi được thư mục dữ liệu hoặc thư mục khóa.</source>
        <translation>The data folder or the key folder cannot be written.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/desk.py"/>
        <source>Cán bộ tiếp nhận</source>
        <translation>Receiving officer</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/disk_room.py"/>
        <source>Ổ đĩa sắp đầy, còn {0} MB</source>
        <translation>Disk nearly full, {0} MB left</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/disk_room.py"/>
        <source>Không ghi được dấu mốc ở thư mục khóa</source>
        <translation>The marks in the key folder cannot be written</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/disk_room.py"/>
        <source>Ổ đĩa gần đầy nên quầy chưa nhận hồ sơ mới: xóa bớt tệp không cần trên ổ đĩa này, trang sẽ tự mở lại. Hồ sơ đã nhận vẫn còn nguyên.</source>
        <translation>The disk is almost full, so no new dossier can be received: delete files that nobody needs from this disk, and the page opens again by itself. Dossiers received before are all still there.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/drafts.py"/>
        <source>Bản nháp quá dài.</source>
        <translation>The draft is too long.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/drafts.py"/>
        <source>Bớt nội dung ghi chú.</source>
        <translation>Shorten the note.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/drafts.py"/>
        <source>Bản nháp này của người khác.</source>
        <translation>This draft is somebody else's.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/drafts.py"/>
        <source>Mỗi cán bộ chỉ mở được bản nháp của mình.</source>
        <translation>Each officer can open only their own drafts.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/enrolment.py"/>
        <source>Thư mời bị cắt mất hoặc gõ sai.</source>
        <translation>The invitation is cut off or mistyped.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/enrolment.py"/>
        <source>Sao chép lại trọn vẹn một dòng thư mời của trung tâm.</source>
        <translation>Copy the whole line of the center's invitation again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/enrolment.py"/>
        <source>Thư mời này là của đơn vị để tập.</source>
        <translation>This invitation is of a training unit.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/enrolment.py"/>
        <source>Xin trung tâm thư mời của đơn vị thật.</source>
        <translation>Ask the center for an invitation of the real unit.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/enrolment.py"/>
        <source>Quầy này thuộc đơn vị {0}, thư mời lại của đơn vị {1}.</source>
        <translation>This desk is of unit {0}, but the invitation is of unit {1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/enrolment.py"/>
        <source>Dùng đúng thư mời, hoặc ghi danh trong một thư mục trống.</source>
        <translation>Use the right invitation, or enrol in an empty folder.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/enrolment.py"/>
        <source>Quầy này đã ghi danh với {0}.</source>
        <translation>This desk is enrolled with {0} already.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/enrolment.py"/>
        <source>Không cần ghi danh lại; hãy đồng bộ.</source>
        <translation>There is no need to enrol again; just sync.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/enrolment.py"/>
        <source>Chưa ghi danh được.</source>
        <translation>Not enrolled.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/enrolment.py"/>
        <source>Trung tâm không nhận ghi danh.</source>
        <translation>The center does not take the enrolment.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/enrolment.py"/>
        <source>Máy trả lời không phải là trung tâm ghi trong thư mời.</source>
        <translation>The machine that answers is not the center of the invitation.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/enrolment.py"/>
        <source>Kiểm tra lại địa chỉ và mạng, rồi thử lại với cùng thư mời.</source>
        <translation>Check the address and the network, then try again with the same invitation.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/find.py"/>
        <source>Không có hồ sơ mã “{0}” ở quầy này.</source>
        <translation>There is no dossier {0} at this desk.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/find.py"/>
        <source>Kiểm tra lại mã, hoặc đồng bộ rồi tìm lại.</source>
        <translation>Check the number, or sync and search again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/find.py"/>
        <source>Có {0} hồ sơ cùng mã “{1}”.</source>
        <translation>There are {0} dossiers with the number “{1}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/find.py"/>
        <source>Quét mã QR trên phiếu để chọn đúng hồ sơ, rồi đính chính số của một hồ sơ.</source>
        <translation>Scan the slip's QR code to choose the right one, then correct the number of one of them.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/first_start.py"/>
        <source>Ghi tên đơn vị như in trên giấy tờ.</source>
        <translation>Give the unit's name as it stands on papers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/first_start.py"/>
        <source>Ghi mã định danh của đơn vị; mã có trong quyết định cấp mã của tỉnh.</source>
        <translation>Give the unit's code; it stands in the province's decision.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/first_start.py"/>
        <source>Đã ghi “{0}” ở trên.</source>
        <translation>“{0}” is given above already.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/first_start.py"/>
        <source>Ghi họ tên ít nhất một cán bộ tiếp nhận.</source>
        <translation>Give the full name of at least one receiving officer.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/first_start.py"/>
        <source>Dán thư mời của trung tâm vào đây, hoặc quét mã QR của thư mời.</source>
        <translation>Paste the center's invitation here, or scan its QR code.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/first_start.py"/>
        <source>Thư mời bị cắt mất hoặc gõ sai. Sao chép lại trọn vẹn một dòng, hoặc quét lại mã QR.</source>
        <translation>The invitation is cut off or mistyped. Copy the whole line again, or scan the QR code again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/first_start.py"/>
        <source>Dài nhất {0} ký tự.</source>
        <translation>At most {0} characters.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>Không có mẫu “{0}”.</source>
        <translation>There is no form “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>Các mẫu: {0}.</source>
        <translation>The forms are: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>Mẫu “{0}” không in trên giấy {1}.</source>
        <translation>Form “{0}” is not printed on {1} paper.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>Chọn: {0}.</source>
        <translation>Choose: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>Mẫu này cần mã hồ sơ.</source>
        <translation>This form needs a dossier number.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>Ghi mã hồ sơ sau tên mẫu, hoặc thêm --sample để xem mẫu.</source>
        <translation>Give the dossier number after the form's name, or add --sample to see a sample.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>Bố cục mẫu có lỗi: {0}.</source>
        <translation>The form's layout has a mistake: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>Dùng bộ mẫu có sẵn, hoặc sửa tệp đó.</source>
        <translation>Use the forms that are built in, or correct that file.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>Hồ sơ này chưa có việc {0}.</source>
        <translation>This dossier has no such act yet: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>yêu cầu bổ sung</source>
        <translation>supplement request</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>từ chối giải quyết</source>
        <translation>refusal</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>xin lỗi và hẹn lại ngày trả</source>
        <translation>apology with a new due time</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>dừng giải quyết</source>
        <translation>stop</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>Theo đề nghị của người nộp hồ sơ. </source>
        <translation>At the applicant's request. </translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>Hồ sơ này không có khoản phí nào đã tính.</source>
        <translation>This dossier has no reckoned fee.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>Đính chính phí trước khi in phiếu thu.</source>
        <translation>Correct the fee before printing the receipt.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/forms.py"/>
        <source>Số thứ tự ghi theo dạng “2026-11-23 A012”.</source>
        <translation>Give the queue number as “2026-11-23 A012”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/founding.py"/>
        <source>Thư mục này chưa có dữ liệu của quầy nào.</source>
        <translation>There is no desk's data in this folder.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/founding.py"/>
        <source>Chạy “motcua setup” để lập quầy, hoặc chọn đúng thư mục bằng --data.</source>
        <translation>Run “motcua setup” to set up a desk, or choose the right folder with --data.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/founding.py"/>
        <source>Khôi phục thư mục từ bản sao lưu.</source>
        <translation>Restore the folder from the backup.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/founding.py"/>
        <source>Thư mục này có dữ liệu của một quầy nhưng mất tệp nhận dạng (desk.json).</source>
        <translation>This folder has a desk's data, but its identity file (desk.json) is lost.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/founding.py"/>
        <source>Khôi phục thư mục từ bản sao lưu; đừng xóa gì.</source>
        <translation>Restore the folder from the backup; delete nothing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/founding.py"/>
        <source>Mã đơn vị “{0}” không đúng kiểu.</source>
        <translation>The unit code “{0}” is not of the right kind.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/founding.py"/>
        <source>Mã hợp lệ như H15.50.05.13 hoặc 000.00.06.H56.</source>
        <translation>Right are codes such as H15.50.05.13 or 000.00.06.H56.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/founding.py"/>
        <source>Mã {0} chỉ để tập.</source>
        <translation>The code {0} is for training only.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/founding.py"/>
        <source>Ghi mã định danh thật của đơn vị.</source>
        <translation>Give the unit's real code.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/founding.py"/>
        <source>Chưa có tên đơn vị.</source>
        <translation>The unit's name is missing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/founding.py"/>
        <source>Thêm --name “Ủy ban nhân dân xã …”.</source>
        <translation>Add --name “Ủy ban nhân dân xã …”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/founding.py"/>
        <source>Số quầy phải từ 1 đến 6.</source>
        <translation>The desk number must be 1 to 6.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/founding.py"/>
        <source>Mỗi máy của xã lấy một số quầy khác nhau.</source>
        <translation>Each machine of the commune takes a number of its own.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/founding.py"/>
        <source>Cách tính thời hạn phải là P1, P2 hoặc P3.</source>
        <translation>The way of counting must be P1, P2 or P3.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/handing_over.py"/>
        <source>Hồ sơ {0} chưa có việc bàn giao.</source>
        <translation>Dossier {0} was not handed over yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/handing_over.py"/>
        <source>Bàn giao hồ sơ đó rồi in danh sách.</source>
        <translation>Hand it over, then print the list.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/handing_over.py"/>
        <source>Không có hồ sơ nào trong danh sách đã bàn giao.</source>
        <translation>No dossier of the list was handed over.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/handing_over.py"/>
        <source>Bàn giao rồi in danh sách.</source>
        <translation>Hand over, then print the list.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/handing_over.py"/>
        <source>Các hồ sơ này đã bàn giao cho nhiều nơi: {0}.</source>
        <translation>These dossiers were handed over to different places: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/handing_over.py"/>
        <source>In mỗi nơi một danh sách.</source>
        <translation>Print one list for each place.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/hub_scans.py"/>
        <source>Máy đầu mối chưa có tệp này; đang hỏi các quầy khác và trung tâm.</source>
        <translation>The hub does not have this file; it is asking other desks and the center.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/hub_scans.py"/>
        <source>Tệp ở máy đầu mối không đúng; đã báo, sẽ thử lại lần sau.</source>
        <translation>The file at the hub is wrong; it is reported and will be tried again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/hubs.py"/>
        <source>Kiểm tra máy đầu mối đang chạy và cùng mạng nội bộ, rồi thử lại.</source>
        <translation>Check that the hub is running and on the same network, then try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/hubs.py"/>
        <source>Ghi danh với trung tâm trước.</source>
        <translation>Enrol with the center first.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/hubs.py"/>
        <source>Máy tại {0} không phải máy đầu mối của đơn vị này.</source>
        <translation>The machine at {0} is not this unit's hub.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/hubs.py"/>
        <source>Hỏi người phụ trách địa chỉ đúng.</source>
        <translation>Ask whoever is in charge for the right address.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/hubs.py"/>
        <source>Không thấy máy đầu mối nào của đơn vị trên mạng nội bộ.</source>
        <translation>No hub of this unit was found on the local network.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/hubs.py"/>
        <source>Không gọi được máy đầu mối tại {0}.</source>
        <translation>The hub at {0} cannot be reached.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/hubs.py"/>
        <source>“{0}” không phải địa chỉ của một máy đầu mối.</source>
        <translation>“{0}” is no hub's address.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/hubs.py"/>
        <source>Ví dụ: http://192.168.1.10:8443</source>
        <translation>For example: http://192.168.1.10:8443</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/idle_lock.py"/>
        <source>Số phút phải từ {0} đến {1}.</source>
        <translation>Minutes must be {0} to {1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/idle_lock.py"/>
        <source>Đặt ngắn thì an toàn hơn; 5 phút là thường dùng.</source>
        <translation>Shorter is safer; 5 minutes are usual.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/importing.py"/>
        <source>Bảng chỉ có dòng tiêu đề, chưa có hồ sơ nào.</source>
        <translation>The table has a heading row only and no dossiers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/importing.py"/>
        <source>Thêm hồ sơ vào bảng rồi chọn lại.</source>
        <translation>Add dossiers to the table and choose it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/importing.py"/>
        <source>có thể trùng hồ sơ {0} ({1})</source>
        <translation>perhaps the same as dossier {0} ({1})</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/importing.py"/>
        <source>cùng người, cùng thủ tục với dòng {0}</source>
        <translation>same person and procedure as row {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/importing.py"/>
        <source>Không có dòng nào đúng để tiếp nhận.</source>
        <translation>There is no correct row to receive.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/importing.py"/>
        <source>Sửa các dòng có lỗi rồi chọn lại tệp.</source>
        <translation>Correct the rows with mistakes and choose the file again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/intake_papers.py"/>
        <source>Chưa rõ cần bổ sung giấy tờ gì.</source>
        <translation>It is not clear which papers are to be supplemented.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/intake_papers.py"/>
        <source>Chưa in được Mẫu 02: {0}</source>
        <translation>Form 02 was not printed: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/intake_papers.py"/>
        <source>Hồ sơ này chưa có lần tiếp nhận nào nên chưa in được danh sách.</source>
        <translation>This dossier has no intake yet, so the list cannot be printed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/intake_papers.py"/>
        <source>Không có thủ tục mã “{0}” trong danh mục.</source>
        <translation>There is no procedure with code “{0}” in the catalogue.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/intake_papers.py"/>
        <source>Tìm mã bằng “motcua procedures”.</source>
        <translation>Find the code with “motcua procedures”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_files.py"/>
        <source>Không tìm thấy khóa mở dữ liệu của quầy trên máy này.</source>
        <translation>The key to this desk's data is not on this machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_files.py"/>
        <source>Dùng đúng tài khoản Windows/Linux đã lập quầy, hoặc khôi phục thư mục khóa (MOTCUA_KEYS), hoặc gõ mã khôi phục đã in (“motcua key unlock --code …”).</source>
        <translation>Use the Windows/Linux account that set the desk up, or restore the keys folder (MOTCUA_KEYS), or type the printed recovery code (“motcua key unlock --code …”).</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_files.py"/>
        <source>Cả hai tệp khóa của quầy trên máy này đều hỏng.</source>
        <translation>Both key files of the desk on this machine are damaged.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_files.py"/>
        <source>Khôi phục thư mục khóa (MOTCUA_KEYS), hoặc gõ mã khôi phục đã in (“motcua key unlock --code …”).</source>
        <translation>Restore the keys folder (MOTCUA_KEYS), or type the printed recovery code (“motcua key unlock --code …”).</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_files.py"/>
        <source>Không ghi được tệp khóa của quầy.</source>
        <translation>The desk's key files cannot be written.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_files.py"/>
        <source>Kiểm tra quyền và chỗ trống của thư mục khóa.</source>
        <translation>Check rights and free space of the keys folder.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_files.py"/>
        <source>Kho khóa của hệ điều hành không trả lời nên chưa mở được dữ liệu.</source>
        <translation>The operating system's keyring does not answer, so the data were not opened.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_files.py"/>
        <source>Đăng nhập lại vào máy hoặc mở khóa kho khóa, rồi thử lại.</source>
        <translation>Log in to the machine again or unlock the keyring, then try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_files.py"/>
        <source>Không đọc được tệp khóa của quầy.</source>
        <translation>The desk's key files cannot be read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_files.py"/>
        <source>Kiểm tra quyền của thư mục khóa (MOTCUA_KEYS).</source>
        <translation>Check the rights of the keys folder (MOTCUA_KEYS).</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_opening.py"/>
        <source>Dữ liệu của quầy khóa bằng mật khẩu nên lệnh này không tự mở được.</source>
        <translation>The desk's data are locked with passwords, so this command cannot open them by itself.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_opening.py"/>
        <source>Mở cửa sổ Một cửa bằng mật khẩu và đồng bộ ở đó, hoặc đặt MOTCUA_PASSWORD cho lệnh này.</source>
        <translation>Open the window with a password and sync there, or set MOTCUA_PASSWORD for this command.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_opening.py"/>
        <source>Tên đăng nhập hoặc mật khẩu không mở được dữ liệu trên máy này.</source>
        <translation>This name or password does not open the data on this machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_opening.py"/>
        <source>Gõ lại; nếu mật khẩu vừa đổi ở máy khác thì dùng mật khẩu cũ một lần, hoặc nhờ người đã đăng nhập máy này mở, hoặc gõ mã khôi phục đã in.</source>
        <translation>Type it again; if it was changed on another machine use the old one once, or ask somebody who has logged in here to open, or type the printed recovery code.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_opening.py"/>
        <source>Mã khôi phục không đúng: nhóm {0} gõ sai.</source>
        <translation>The recovery code is not right: group {0} was typed wrong.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_opening.py"/>
        <source>Mã khôi phục không đúng: thiếu hoặc thừa ký tự.</source>
        <translation>The recovery code is not right: characters are missing or too many.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_opening.py"/>
        <source>Gõ lại đủ tám nhóm như trên tờ giấy đã in; dấu gạch không cần.</source>
        <translation>Type all eight groups again as on the printed sheet; the dashes are not needed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_opening.py"/>
        <source>Chưa xóa được khóa khỏi kho khóa của máy.</source>
        <translation>The key could not be removed from the machine's keyring.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_opening.py"/>
        <source>Mở khóa kho khóa của hệ điều hành rồi thử lại.</source>
        <translation>Unlock the operating system's keyring and try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_opening.py"/>
        <source>Quầy đang được đổi khóa.</source>
        <translation>The desk is being given a new key.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_opening.py"/>
        <source>Chờ một phút rồi mở lại.</source>
        <translation>Wait a minute and open it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_opening.py"/>
        <source>Chưa thu xếp xong lần đổi khóa bị ngắt giữa chừng.</source>
        <translation>A change of the key that was cut short could not be settled.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_opening.py"/>
        <source>Kiểm tra thư mục khóa rồi mở lại.</source>
        <translation>Check the keys folder and open it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_opening.py"/>
        <source>Khôi phục quầy từ bản sao lưu bằng mã khôi phục đã in.</source>
        <translation>Restore the desk from a backup with the printed recovery code.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_rotation.py"/>
        <source>Quầy đang được dùng nên chưa đổi được khóa.</source>
        <translation>The desk is in use, so the key was not changed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_rotation.py"/>
        <source>Đóng mọi cửa sổ Một cửa của quầy rồi làm lại.</source>
        <translation>Close every window of the desk and try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_rotation.py"/>
        <source>Chưa đổi được khóa: ổ đĩa báo lỗi.</source>
        <translation>The key was not changed: the disk reports an error.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_rotation.py"/>
        <source>Dữ liệu vẫn mở được như trước. Kiểm tra chỗ trống và thư mục khóa rồi làm lại.</source>
        <translation>The data open as before. Check free space and the keys folder and try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_rotation.py"/>
        <source>Bản dưới khóa mới không giống dữ liệu đang có nên không dùng.</source>
        <translation>The copy under the new key is not equal to the data, so it is not used.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_rotation.py"/>
        <source>Dữ liệu vẫn mở được như trước. Chạy “motcua verify”, kiểm tra ổ đĩa rồi làm lại.</source>
        <translation>The data open as before. Run “motcua verify”, check the disk and try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_wraps.py"/>
        <source>Chưa có tên đăng nhập.</source>
        <translation>There is no log-in name.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_wraps.py"/>
        <source>Gõ tên đăng nhập của cán bộ.</source>
        <translation>Type the officer's log-in name.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_wraps.py"/>
        <source>Đây là mật khẩu cuối cùng mở được dữ liệu trên máy này.</source>
        <translation>This is the last password that opens the data on this machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_wraps.py"/>
        <source>Cho một cán bộ khác đăng nhập trên máy này trước, hoặc bỏ khóa bằng mật khẩu.</source>
        <translation>Let another officer log in on this machine first, or unlock the data.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_wraps.py"/>
        <source>Chưa mật khẩu nào mở được dữ liệu trên máy này.</source>
        <translation>No password opens the data on this machine yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_wraps.py"/>
        <source>Đăng nhập bằng mật khẩu trên máy này trước.</source>
        <translation>Log in with a password on this machine first.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_wraps.py"/>
        <source>Chưa in tờ khôi phục: quên mật khẩu là mất dữ liệu.</source>
        <translation>No recovery sheet was printed: a forgotten password would lose the data.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_wraps.py"/>
        <source>In tờ khôi phục, cất trong két, rồi khóa bằng mật khẩu.</source>
        <translation>Print the recovery sheet, keep it in the safe, then lock with passwords.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_wraps.py"/>
        <source>Đã khóa bằng mật khẩu nhưng chưa xóa được khóa khỏi kho khóa của máy.</source>
        <translation>Locked with passwords, but the key could not be removed from the machine's keyring.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_wraps.py"/>
        <source>Mở khóa kho khóa của hệ điều hành rồi mở lại chương trình; chương trình sẽ tự xóa.</source>
        <translation>Unlock the keyring and start the program again; it removes the key itself.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_wraps.py"/>
        <source>Không ghi được khóa vào kho khóa của máy.</source>
        <translation>The key cannot be written into the machine's keyring.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/key_wraps.py"/>
        <source>Mở khóa kho khóa của hệ điều hành rồi làm lại.</source>
        <translation>Unlock the operating system's keyring and try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/local_fees.py"/>
        <source>Không có thủ tục mã “{0}”.</source>
        <translation>There is no procedure with the code “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/local_fees.py"/>
        <source>Chọn thủ tục trong danh mục.</source>
        <translation>Choose a procedure of the catalogue.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/local_fees.py"/>
        <source>Chưa ghi căn cứ của mức phí.</source>
        <translation>The legal basis of the fee is missing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/local_fees.py"/>
        <source>Ghi số và ngày của nghị quyết HĐND tỉnh.</source>
        <translation>Write number and date of the resolution of the province's council.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/local_fees.py"/>
        <source>Số tiền phải là số đồng.</source>
        <translation>The amount must be a number of dong.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/local_fees.py"/>
        <source>Ghi như 8.000, không có phần lẻ.</source>
        <translation>Write it as 8.000, without fractions.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/local_fees.py"/>
        <source>Ngày áp dụng không đúng.</source>
        <translation>The day it is in force from is not right.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/local_fees.py"/>
        <source>Ghi ngày dạng 23/11/2026.</source>
        <translation>Write the day as 23/11/2026.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/local_fees.py"/>
        <source>Khoản phí chưa ghi được: {0}.</source>
        <translation>The fee was not written down: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/local_fees.py"/>
        <source>Sửa rồi lưu lại.</source>
        <translation>Correct it and save again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/login.py"/>
        <source>Tên đăng nhập hoặc mật khẩu không đúng.</source>
        <translation>Log-in name or password is not right.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/login.py"/>
        <source>Kiểm tra bộ gõ và phím Caps Lock rồi nhập lại.</source>
        <translation>Check the input method and Caps Lock, then enter it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/login.py"/>
        <source>Chưa có ai đăng nhập ở quầy này.</source>
        <translation>Nobody is logged in at this desk.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/login.py"/>
        <source>Đăng nhập bằng tài khoản của mình.</source>
        <translation>Log in with your own account.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/login.py"/>
        <source>{0} phút</source>
        <translation>{0} minutes</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/login.py"/>
        <source>{0} giây</source>
        <translation>{0} seconds</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/login.py"/>
        <source>Sai mật khẩu nhiều lần nên tên đăng nhập này phải chờ.</source>
        <translation>The password was wrong too often, so this log-in name has to wait.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/login.py"/>
        <source>Thử lại sau {0}, hoặc nhờ quản trị viên hay lãnh đạo đặt lại mật khẩu.</source>
        <translation>Try again in {0}, or ask an administrator or leader to set the password anew.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_plan.py"/>
        <source>Sổ dự phòng còn nội dung đã hủy</source>
        <translation>The mirror still holds what was destroyed</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_plan.py"/>
        <source>Sổ dự phòng thiếu {0} ghi nhận</source>
        <translation>Reserve book lacks {0} entries</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_plan.py"/>
        <source>Chưa bật: chọn ổ đĩa thứ hai hoặc USB để cắm luôn ở máy.</source>
        <translation>Off: choose a second disk, or a USB stick that stays in the machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_plan.py"/>
        <source>Còn {0} ghi nhận chưa chép.</source>
        <translation>{0} entries are not copied yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_plan.py"/>
        <source>Đã chép đủ.</source>
        <translation>All is copied.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_plan.py"/>
        <source>Đang chép lại để bỏ nội dung đã hủy.</source>
        <translation>Being written anew without what was destroyed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_plan.py"/>
        <source>Đang chép; còn {0} ghi nhận.</source>
        <translation>Copying; {0} entries are left.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_plan.py"/>
        <source>Đã chép đủ, lúc {0}.</source>
        <translation>All was copied at {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_plan.py"/>
        <source>Sắp chép.</source>
        <translation>About to copy.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_reading.py"/>
        <source>Nơi này có sổ dự phòng của nhiều quầy.</source>
        <translation>This place holds the reserve books of several desks.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_reading.py"/>
        <source>Chọn thư mục của đúng quầy: </source>
        <translation>Choose the right desk's folder: </translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_reading.py"/>
        <source>Máy này không có khóa để mở sổ dự phòng, và sổ không kèm phong bì khóa.</source>
        <translation>This machine has no key to the reserve book, and no key envelope lies beside it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_reading.py"/>
        <source>Dùng máy cũ, hoặc chép thư mục khóa (MOTCUA_KEYS) của quầy sang đây.</source>
        <translation>Use the old machine, or copy the desk's key folder (MOTCUA_KEYS) here.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_reading.py"/>
        <source>Cần mã khôi phục để mở sổ dự phòng trên máy này.</source>
        <translation>The recovery code is needed to open the reserve book on this machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/mirror_reading.py"/>
        <source>Gõ mã trên tờ khôi phục đã in (--code).</source>
        <translation>Type the code on the printed recovery sheet (--code).</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>Trung tâm đã thu hồi quầy này nên không phát được mã hồ sơ.</source>
        <translation>The center has withdrawn this desk, so it cannot give a dossier number.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>Bản nháp và dữ liệu vẫn được giữ; tiếp nhận ở quầy khác và liên hệ người phụ trách trung tâm.</source>
        <translation>The draft and the data are kept; receive at another desk and talk to whoever is in charge of the center.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>Dải số của quầy chỉ dùng từ ngày {0}.</source>
        <translation>The desk's numbers may be used only from {0} on.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>Kiểm tra ngày giờ của máy.</source>
        <translation>Check this machine's date and time.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>Quầy đang chờ trung tâm cấp dải số nên chưa phát được mã hồ sơ.</source>
        <translation>The desk is waiting for the center's numbers, so it cannot give a dossier number.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>Bản nháp vẫn được giữ; nối mạng rồi bấm Đồng bộ (motcua sync). Quầy độc lập: chạy lại “motcua setup --desk N” với một số quầy chưa dùng.</source>
        <translation>The draft is kept; connect to the network and press Sync (motcua sync). A desk on its own: run “motcua setup --desk N” again with a desk number that was not used.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>Đã dùng hết số trong ngày của quầy.</source>
        <translation>The desk's numbers of today are used up.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>Tiếp nhận ở quầy khác hoặc vào ngày mai.</source>
        <translation>Receive at another desk, or tomorrow.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>lùi về trước</source>
        <translation>before</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>nhảy quá xa về sau</source>
        <translation>too far after</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>Đồng hồ máy đang là {0}, {1} lần ghi gần nhất ({2}).</source>
        <translation>This machine's clock says {0}, {1} the last record ({2}).</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>Chỉnh lại ngày giờ của máy; nếu ngày giờ đang hiện là đúng, xác nhận rồi làm lại (--date-confirmed).</source>
        <translation>Set the machine's date and time; if what it shows is right, confirm it and do it again (--date-confirmed).</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>Quầy này đã thuộc một đơn vị hoặc trung tâm khác.</source>
        <translation>This desk belongs to another unit or center already.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>Nối mạng và đồng bộ để trung tâm cấp dải số.</source>
        <translation>Connect and sync; the center will give numbers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>Số quầy {0} đã dùng trước khi khôi phục.</source>
        <translation>Desk number {0} was used before the restore.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/numbers.py"/>
        <source>Chọn một số quầy khác từ 1 đến 6.</source>
        <translation>Choose another desk number from 1 to 6.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/officers.py"/>
        <source>Không có cán bộ “{0}”.</source>
        <translation>There is no officer “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/officers.py"/>
        <source>Chọn một trong: {0}.</source>
        <translation>Choose one of: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/officers.py"/>
        <source>Chỉ làm được bằng tài khoản đang đăng nhập.</source>
        <translation>This can only be done with the account that is logged in.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/officers.py"/>
        <source>Đăng nhập đúng tài khoản rồi làm lại.</source>
        <translation>Log in with the right account and do it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/officers.py"/>
        <source>Tên cán bộ phải có từ 1 đến 120 ký tự.</source>
        <translation>An officer's name has 1 to 120 characters.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/officers.py"/>
        <source>Quầy phải còn ít nhất một cán bộ.</source>
        <translation>A desk must keep at least one officer.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/officers.py"/>
        <source>Thêm người thay trước rồi cho thôi.</source>
        <translation>Add somebody else first, then remove this one.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/officers.py"/>
        <source>Đơn vị đang dùng tài khoản nên cán bộ là các tài khoản.</source>
        <translation>The unit uses accounts, so its officers are the accounts.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/officers.py"/>
        <source>Thêm hoặc sửa tài khoản (motcua account add, motcua account change).</source>
        <translation>Add or change accounts (motcua account add, motcua account change).</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/officers.py"/>
        <source>Cán bộ này không còn trong danh sách.</source>
        <translation>This officer is no longer in the list.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/officers.py"/>
        <source>Mở lại trang Cài đặt rồi chọn lại.</source>
        <translation>Open Settings again and choose again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/officers.py"/>
        <source>Đã có cán bộ tên “{0}”.</source>
        <translation>There is an officer “{0}” already.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/officers.py"/>
        <source>Thêm chữ đệm hoặc chức danh để phân biệt.</source>
        <translation>Add a middle name or a title to tell them apart.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/person_copy.py"/>
        <source>Cần số giấy tờ, hoặc họ tên cùng ngày sinh.</source>
        <translation>An identity number is needed, or a name with a date of birth.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/person_copy.py"/>
        <source>Xem giấy tờ của người yêu cầu rồi ghi.</source>
        <translation>Look at the person's papers and write it down.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/pictured.py"/>
        <source>Không thấy mã nào trong ảnh.</source>
        <translation>There is no code in the picture.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/pictured.py"/>
        <source>Chụp thẳng, đủ sáng, trọn cả mã rồi thử lại.</source>
        <translation>Take it straight, well lit, with the whole code, and try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/pictured.py"/>
        <source>Trong ảnh có mã của nhiều hồ sơ hoặc thẻ.</source>
        <translation>The picture has the codes of several dossiers or cards.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/pictured.py"/>
        <source>Chụp riêng từng phiếu, từng thẻ.</source>
        <translation>Take each slip and card on its own.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/printing.py"/>
        <source>“{0}” không phải địa chỉ máy in.</source>
        <translation>“{0}” is no printer address.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/printing.py"/>
        <source>Chưa ghi địa chỉ máy in.</source>
        <translation>The printer's address is missing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/printing.py"/>
        <source>Ghi ipp://máy/ipp/print, escpos://máy:9100 hoặc file:thư-mục.</source>
        <translation>Give ipp://host/ipp/print, escpos://host:9100 or file:folder.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/printing.py"/>
        <source>Đã thêm quá nhiều máy in.</source>
        <translation>There are too many printers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/printing.py"/>
        <source>Bỏ máy in không dùng nữa rồi thêm lại.</source>
        <translation>Remove printers that are no longer used, then add again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/printing.py"/>
        <source>Hồ sơ chưa được lưu nên chưa in được.</source>
        <translation>The dossier is not stored yet, so it cannot be printed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/printing.py"/>
        <source>Tiếp nhận hồ sơ rồi in.</source>
        <translation>Receive the dossier, then print.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/printing.py"/>
        <source>Đã in bằng lệnh khác.</source>
        <translation>Printed by another job.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/printing.py"/>
        <source>Không có lệnh in số {0}.</source>
        <translation>There is no print job {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/printing.py"/>
        <source>Phiếu hẹn</source>
        <translation>Appointment slip</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>Số đang gọi</source>
        <translation>Numbers called</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>Kết quả chờ nhận</source>
        <translation>Results to be collected</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>Thủ tục, thời hạn, phí</source>
        <translation>Procedures, time limits, fees</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>Giờ làm việc</source>
        <translation>Working hours</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>Lịch tiếp công dân</source>
        <translation>Leaders' reception hours</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>Phản ánh, kiến nghị</source>
        <translation>Complaints and suggestions</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>Lịch tiếp công dân có nhiều nhất {0} dòng.</source>
        <translation>The reception hours have at most {0} lines.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>Bớt dòng rồi lưu lại.</source>
        <translation>Remove lines and save again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>Mỗi ô của lịch tiếp công dân dài nhất {0} ký tự.</source>
        <translation>Each cell of the reception hours has at most {0} characters.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>Rút gọn rồi lưu lại.</source>
        <translation>Shorten it and save again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>Nơi phản ánh dài nhất {0} ký tự.</source>
        <translation>Where to complain has at most {0} characters.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>Điện thoại: {0}</source>
        <translation>Phone: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>hỏi tại quầy</source>
        <translation>ask at the counter</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>không thu</source>
        <translation>free</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>{0}; nếu có: {1}</source>
        <translation>{0}; if any: {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>theo quy định của tỉnh</source>
        <translation>as the province sets</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>, cao nhất {0}/bản</source>
        <translation>, at most {0}/copy</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>{0}/trang, từ trang {1}: {2}{3}</source>
        <translation>{0}/page, from page {1}: {2}{3}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>/bản</source>
        <translation>/copy</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>Làm việc {0}, {1}</source>
        <translation>Open on {0}, {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/public_screen.py"/>
        <source>Nghỉ {0}</source>
        <translation>Closed on {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Người cao tuổi</source>
        <translation>Elderly people</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Người khuyết tật</source>
        <translation>Disabled people</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Phụ nữ mang thai</source>
        <translation>Pregnant women</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Người đi cùng trẻ nhỏ</source>
        <translation>People with small children</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Người có công</source>
        <translation>People of merit</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>nhóm dịch vụ</source>
        <translation>service group</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>diện ưu tiên</source>
        <translation>priority group</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>quầy</source>
        <translation>counters</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Có nhiều nhất {0} {1}.</source>
        <translation>There are at most {0} of {1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Tên {0} dài nhất {1} ký tự.</source>
        <translation>The name of a {0} has at most {1} characters.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Rút gọn tên rồi lưu lại.</source>
        <translation>Shorten the name and save again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Không có quầy số {0}.</source>
        <translation>There is no counter {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Các quầy: {0}.</source>
        <translation>The counters are: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Chưa có {0} nào trong Cài đặt.</source>
        <translation>There is no {0} in Settings.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Không có {0} “{1}”.</source>
        <translation>There is no {0} “{1}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Quầy đang tạm dừng nên chưa gọi số.</source>
        <translation>The counter is paused, so no number is called.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Mở lại quầy rồi gọi.</source>
        <translation>Open the counter, then call.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Không còn ai đang chờ.</source>
        <translation>Nobody is waiting.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Khi có người lấy số, bấm gọi tiếp.</source>
        <translation>When somebody takes a number, press call next.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Số này đang ở chính quầy đó.</source>
        <translation>This number is at that counter already.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Chọn quầy khác.</source>
        <translation>Choose another counter.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Quầy chưa gọi số nào.</source>
        <translation>The counter has called no number yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Gọi số tiếp theo trước.</source>
        <translation>Call the next number first.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Hôm nay không có số “{0}”.</source>
        <translation>There is no number “{0}” today.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/queue.py"/>
        <source>Xem danh sách số rồi gõ lại, ví dụ A012.</source>
        <translation>Look at the list of numbers and type again, for example A012.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>Không thấy sổ dự phòng nào ở “{0}”.</source>
        <translation>There is no reserve book at “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>Chọn đúng ổ hoặc thư mục motcua-… của quầy.</source>
        <translation>Choose the right drive, or the desk's folder motcua-….</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>Sổ dự phòng không đọc được ghi nhận nào.</source>
        <translation>No entry of the reserve book can be read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>Thử ổ khác, hoặc dựng lại quầy từ trung tâm.</source>
        <translation>Try another drive, or rebuild the desk from the center.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>Chưa dựng lại được: ổ đĩa báo lỗi khi đọc sổ dự phòng hoặc ghi dữ liệu.</source>
        <translation>Not rebuilt yet: the disk reports an error when the reserve book is read or data are written.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>Kiểm tra ổ còn cắm và ổ dữ liệu còn chỗ; rồi làm lại, không có gì bị ghi hai lần.</source>
        <translation>Check that the drive is in and the data disk has room; then do it again, nothing is written twice.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>Sổ dự phòng mất phần ghi quầy này là ai.</source>
        <translation>The reserve book lost the part that says which desk this is.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>Ghi danh quầy với trung tâm trước (--center THƯ_MỜI), rồi chạy lại với sổ này.</source>
        <translation>Enrol the desk with the center first (--center INVITATION), then run it again with this book.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>Sổ dự phòng: {0} ghi nhận của {1} hồ sơ.</source>
        <translation>Reserve book: {0} entries of {1} dossiers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>Dữ liệu trước đó được giữ ở {0}.</source>
        <translation>The data from before are kept in {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>Sổ hỏng {0} chỗ; phần sau chỗ hỏng vẫn đọc được.</source>
        <translation>The book is damaged in {0} places; what is behind them is read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>{0} ghi nhận chờ trung tâm hoặc bản sao lưu bù phần thiếu ở trước.</source>
        <translation>{0} entries wait until the center or a backup fills the gap before them.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>{0} ghi nhận không chứng minh được nên không nhận.</source>
        <translation>{0} entries cannot be proved and are not taken.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>Quầy chờ trung tâm cấp dải số mới rồi mới tiếp nhận.</source>
        <translation>The desk waits for a new range of numbers from the center before it receives.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>Phiếu: dựng lại {0} hồ sơ, {1} hồ sơ quầy đã có.</source>
        <translation>Slips: {0} dossiers rebuilt, {1} were here already.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>Mã thứ {0}: {1}</source>
        <translation>Code {0}: {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rebuilding.py"/>
        <source>… và {0} mã khác không dùng được.</source>
        <translation>… and {0} more codes are of no use.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receipts.py"/>
        <source>Trung tâm đã thu hồi một máy của đơn vị {0}: {1} ghi nhận của máy đó trong {2} hồ sơ chuyển đến đây tạm không được tính, chờ đơn vị đó đối chiếu. Hồ sơ đang giải quyết mà không còn trong danh sách: giữ giấy tờ, chưa trả kết quả và gọi đơn vị đó.</source>
        <translation>The center has revoked a machine of unit {0}: {1} records of that machine in {2} dossiers sent here do not count for now, until that unit has compared them. A dossier you are working on that is no longer in the list: keep the papers, do not give out the result yet, and call that unit.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receipts.py"/>
        <source>quầy {0}</source>
        <translation>desk {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receipts.py"/>
        <source>một máy của xã</source>
        <translation>a machine of the commune</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receipts.py"/>
        <source>Trung tâm đã thu hồi {0}: {1} ghi nhận của máy đó được giữ riêng, chưa tính vào đâu. Công dân có phiếu hẹn mà tra không thấy hồ sơ: giữ bản chụp phiếu và báo trung tâm đối chiếu.</source>
        <translation>The center has withdrawn {0}: {1} records of that machine are kept apart and count nowhere. A citizen with a slip whose dossier is not found: keep a copy of the slip and ask the center to compare.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receipts.py"/>
        <source>máy đầu mối</source>
        <translation>the hub</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receipts.py"/>
        <source>trung tâm</source>
        <translation>the center</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receipts.py"/>
        <source>Ngày {0}: {1} gửi dữ liệu có con dấu không đúng của nơi ghi; máy này không nhận phần đó, phần khác vẫn đồng bộ. Hãy báo người phụ trách kỹ thuật.</source>
        <translation>{0}: {1} sent data whose seal is not that of whoever wrote it; this machine did not take that part, the rest is synchronised as ever. Tell the technician in charge.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receipts.py"/>
        <source>Đủ hồ sơ từ ngày {0}; đang tải phần cũ hơn</source>
        <translation>Complete from {0} on; older dossiers are still coming</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receipts.py"/>
        <source>Bảng tra cứu khác với trung tâm; chương trình đã lập lại bảng từ sổ gốc.</source>
        <translation>The tables differed from the center's; the program made them again from the journal.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receipts.py"/>
        <source>{0} Hãy báo người phụ trách kỹ thuật.</source>
        <translation>{0} Please tell whoever looks after the machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receipts.py"/>
        <source>Ngày {0}</source>
        <translation>On {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receipts.py"/>
        <source>máy này mất {0} ghi nhận, đã lấy lại đủ từ trung tâm</source>
        <translation>this machine lost {0} records and fetched all of them from the center again</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receipts.py"/>
        <source>trung tâm mất {0} ghi nhận, máy này đã gửi bù</source>
        <translation>the center lost {0} records and this machine sent them again</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receipts.py"/>
        <source>{0}: {1}. Ổ đĩa có thể đang hỏng, hãy báo người phụ trách kỹ thuật.</source>
        <translation>{0}: {1}. The disk may be failing; please tell whoever looks after the machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receive.py"/>
        <source>Mỗi lần tiếp nhận từ 1 đến {0} hồ sơ.</source>
        <translation>Receive 1 to {0} dossiers at a time.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receive.py"/>
        <source>Hồ sơ dài quá mức lưu được.</source>
        <translation>The dossier is too long to be stored.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receive.py"/>
        <source>Bớt nội dung ghi chú hoặc tên giấy tờ.</source>
        <translation>Shorten the note or the papers' names.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/receive.py"/>
        <source>Hồ sơ đã lưu nhưng chưa ghi được tệp phiếu; in lại phiếu khi ổ đĩa còn chỗ trống.</source>
        <translation>The dossier is stored, but the slip's file could not be written; print the slip again when the disk has room.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/recovering.py"/>
        <source>Không đọc được “{0}”.</source>
        <translation>“{0}” cannot be read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/recovering.py"/>
        <source>Cắm lại ổ sao lưu rồi chọn lại.</source>
        <translation>Plug the backup drive in again and choose it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/recovering.py"/>
        <source>Đang kiểm tra và khôi phục bản sao lưu…</source>
        <translation>Checking and restoring the backup…</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/recovering.py"/>
        <source>Đã khôi phục {0} hồ sơ từ bản {1}.</source>
        <translation>Restored {0} dossiers from the copy of {1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/recovering.py"/>
        <source>{0} bản chụp chưa có; sẽ tải lại từ trung tâm.</source>
        <translation>{0} scans are not here yet; they come again from the center.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/recovering.py"/>
        <source>Đang đọc sổ dự phòng…</source>
        <translation>Reading the reserve book…</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/recovering.py"/>
        <source>Sổ dự phòng chưa dùng được: {0}</source>
        <translation>The reserve book cannot be used yet: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/recovering.py"/>
        <source>Những gì ghi sau {0} mà trung tâm có sẽ về khi đồng bộ (F8).</source>
        <translation>What was recorded after {0} and the center has comes back by sync (F8).</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/recovering.py"/>
        <source>Những gì còn thiếu mà trung tâm có sẽ về khi đồng bộ (F8).</source>
        <translation>What is missing and the center has comes back by sync (F8).</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/recovering.py"/>
        <source>Những gì ghi sau {0} không còn ở đâu khác ngoài phiếu của người dân.</source>
        <translation>What was recorded after {0} is nowhere else but on citizens' slips.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/recovering.py"/>
        <source>Người dân có phiếu mà tra không thấy: quét mã QR trên phiếu để dựng lại hồ sơ.</source>
        <translation>If a citizen has a slip and nothing is found: scan its QR code to rebuild the dossier.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/recovering.py"/>
        <source>Quầy độc lập: chạy “motcua setup --desk N” với một số quầy chưa dùng để nhận tiếp.</source>
        <translation>Stand-alone desk: run “motcua setup --desk N” with an unused desk number to go on receiving.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/refusals.py"/>
        <source>Mỗi lần từ chối từ 1 đến {0} trường hợp.</source>
        <translation>Refuse 1 to {0} at a time.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/refusals.py"/>
        <source>Chưa từ chối được: {0}</source>
        <translation>Not refused: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/refusals.py"/>
        <source>Lý do từ chối dài quá mức lưu được.</source>
        <translation>The reasons are longer than can be kept.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/refusals.py"/>
        <source>Viết lý do ngắn lại.</source>
        <translation>Write them shorter.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/refusals.py"/>
        <source>Không có lần từ chối tiếp nhận nào mang mã {0}.</source>
        <translation>There is no refusal with the code {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/refusals.py"/>
        <source>Xem lại mã trên phiếu.</source>
        <translation>Look at the code on the paper.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/register.py"/>
        <source>Tại quầy</source>
        <translation>At the counter</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/register.py"/>
        <source>Bưu chính</source>
        <translation>By post</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/register.py"/>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/register.py"/>
        <source>Chưa tới thời gian đó nên chưa có sổ.</source>
        <translation>That time has not come yet, so there is no register.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/register.py"/>
        <source>Chọn năm hoặc tháng đã có hồ sơ.</source>
        <translation>Choose a year or month that has dossiers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/register.py"/>
        <source>Sổ theo dõi: ghi năm (2026), tháng (2026-11) hoặc mã của một hồ sơ trong sổ.</source>
        <translation>Register: give a year (2026), a month (2026-11) or the number of a dossier in it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/register.py"/>
        <source>Hồ sơ này chưa có lần tiếp nhận nào nên không ở trong sổ.</source>
        <translation>This dossier has no intake yet, so it is not in the register.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rekeying.py"/>
        <source>đang chờ trung tâm cấp chứng thư cho khóa mới</source>
        <translation>waiting for the center to certify the new key</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rekeying.py"/>
        <source>đang chờ trung tâm xác nhận những gì khóa cũ đã ghi</source>
        <translation>waiting for the center to confirm what the old key wrote</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rekeying.py"/>
        <source>đang chờ mở sổ mới, vì sổ này đang chạy trên hai máy</source>
        <translation>waiting for a new journal, because this one runs on two machines</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rekeying.py"/>
        <source>đang chờ gửi hết bản chụp của khóa cũ</source>
        <translation>waiting until the old key's scans are sent</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rekeying.py"/>
        <source>Quầy độc lập không có nơi cấp chứng thư cho khóa mới.</source>
        <translation>A desk on its own has nobody to certify a new key.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rekeying.py"/>
        <source>Ghi danh với trung tâm trước, rồi đổi khóa.</source>
        <translation>Enrol with the center first, then change the key.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rekeying.py"/>
        <source>Chưa ghi lý do đổi khóa.</source>
        <translation>The reason for changing the key is missing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rekeying.py"/>
        <source>Thêm --reason “…”.</source>
        <translation>Add --reason “…”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Hài lòng theo quầy</source>
        <translation>Satisfaction by desk</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Quầy</source>
        <translation>Desk</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Không có báo cáo “{0}”.</source>
        <translation>There is no report “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Ngày đầu sau ngày cuối nên không có báo cáo.</source>
        <translation>The first day is after the last, so there is no report.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>ngày {0}</source>
        <translation>{0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Tuần này</source>
        <translation>This week</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Tháng này</source>
        <translation>This month</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Quý này</source>
        <translation>This quarter</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Năm nay</source>
        <translation>This year</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Tháng trước</source>
        <translation>Last month</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Quý trước</source>
        <translation>Last quarter</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Năm trước</source>
        <translation>Last year</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Không hiểu thời gian “{0}”.</source>
        <translation>The time “{0}” is not understood.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Ghi 2026-11, 2026-Q4 hoặc 2026.</source>
        <translation>Write 2026-11, 2026-Q4 or 2026.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Không ghi được báo cáo thành tệp “{0}”.</source>
        <translation>A report cannot be written as a file “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/reports.py"/>
        <source>Chọn csv, xlsx hoặc pdf.</source>
        <translation>Choose csv, xlsx or pdf.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring.py"/>
        <source>Chưa khôi phục được: ổ đĩa báo lỗi khi đọc bản sao lưu hoặc ghi dữ liệu.</source>
        <translation>Not restored: a disk reported an error reading the backup or writing the data.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring.py"/>
        <source>Kiểm tra ổ sao lưu còn cắm, ổ dữ liệu còn chỗ và không cửa sổ Một cửa nào đang mở; rồi làm lại.</source>
        <translation>Check that the backup volume is plugged in, the data disk has room and no window of the desk is open; then try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring.py"/>
        <source>Không thấy “{0}”.</source>
        <translation>“{0}” is not there.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring.py"/>
        <source>Cắm ổ sao lưu rồi chọn lại.</source>
        <translation>Plug the backup volume in and choose again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring.py"/>
        <source>Nơi này có bản sao lưu của nhiều quầy.</source>
        <translation>There are backups of several desks here.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring.py"/>
        <source>Không có bản sao lưu nào ở “{0}”.</source>
        <translation>There is no backup at “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring.py"/>
        <source>Chọn đúng ổ hoặc thư mục sao lưu.</source>
        <translation>Choose the right volume or folder.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring.py"/>
        <source>Bản sao lưu bị hỏng nên không dùng được; dữ liệu đang có không bị thay đổi.</source>
        <translation>The backup is damaged and cannot be used; what is there was not changed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring.py"/>
        <source>Chọn bản khác; nếu không còn bản nào, dùng “motcua salvage”.</source>
        <translation>Choose another one; if there is none left, use “motcua salvage”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring.py"/>
        <source>Quầy đang được dùng.</source>
        <translation>The desk is being used.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring.py"/>
        <source>Đóng cửa sổ Một cửa rồi khôi phục lại.</source>
        <translation>Close the desk's window, then restore again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring.py"/>
        <source>Cửa sổ Một cửa của quầy đang mở.</source>
        <translation>The desk's window is open.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring.py"/>
        <source>Đóng cửa sổ đó rồi khôi phục lại.</source>
        <translation>Close it, then restore again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring_keys.py"/>
        <source>Máy này không có khóa để mở bản sao lưu, và bản này không kèm phong bì khóa.</source>
        <translation>This machine has no key to open the backup, and no envelope lies with it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring_keys.py"/>
        <source>Khôi phục trên máy cũ, hoặc chép thư mục khóa (MOTCUA_KEYS) của quầy sang đây.</source>
        <translation>Restore on the old machine, or copy the desk's folder of keys (MOTCUA_KEYS) here.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/restoring_keys.py"/>
        <source>Cần mã khôi phục để mở bản sao lưu trên máy này.</source>
        <translation>The recovery code is needed to open the backup on this machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>Không có loại hồ sơ “{0}”.</source>
        <translation>There is no sort of record “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>Thời hạn của “{0}” do luật định, không đặt lại được.</source>
        <translation>The term of “{0}” is set by law and cannot be changed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>Thời hạn phải từ 1 đến {0} năm, hoặc giữ vĩnh viễn.</source>
        <translation>A term is 1 to {0} years, or for ever.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>Không có hồ sơ nào hết thời hạn bảo quản.</source>
        <translation>No dossier is past its term of keeping.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>Số hồ sơ hết hạn đã đổi: nay là {0}, không phải {1}.</source>
        <translation>The number past their term has changed: it is {0} now, not {1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>Xem lại danh sách rồi xác nhận lại.</source>
        <translation>Look at the list again and confirm again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>Quyết định {0}</source>
        <translation>Decision {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>Cần căn cứ hủy, không quá {0} ký tự.</source>
        <translation>The decision it rests on is needed, in at most {0} characters.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>Ghi số và ngày của quyết định hủy tài liệu.</source>
        <translation>Write the number and date of the decision to destroy records.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>Máy này không thấy bản sao lưu nào; bản giữ ở nơi khác phải được xóa trước ngày {0}.</source>
        <translation>This machine sees no backup; those kept elsewhere must be deleted before {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>{0} bản sao lưu làm trước lúc hủy còn giữ nội dung</source>
        <translation>{0} backups made before still hold the content</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>; không xem được: {0}</source>
        <translation>; could not be looked at: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>{0}{1}; theo kế hoạch sao lưu, bản cuối cùng bị xóa trước ngày {2}.</source>
        <translation>{0}{1}; by the plan of backups the last one goes before {2}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>Đã hủy {0} hồ sơ nhưng chưa ghi được tệp biên bản.</source>
        <translation>{0} dossiers were destroyed, but the report's file could not be written.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>Ổ đĩa phải còn chỗ và ghi được; danh sách còn trong sổ gốc của quầy.</source>
        <translation>The disk needs room and must be writable; the list still stands in the desk's journal.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/retention.py"/>
        <source>Quy định: {0}.</source>
        <translation>Rules: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rights.py"/>
        <source>Đăng nhập bằng tài khoản của mình; dòng lệnh: --officer TÊN và MOTCUA_PASSWORD.</source>
        <translation>Log in with your own account; on the command line: --officer NAME and MOTCUA_PASSWORD.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rights.py"/>
        <source>Mật khẩu hiện tại do người khác đặt nên phải đổi trước khi làm việc.</source>
        <translation>The present password was set by somebody else and must be changed before any work.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rights.py"/>
        <source>Đổi mật khẩu của mình (dòng lệnh: motcua account password) rồi làm lại.</source>
        <translation>Change your password (command line: motcua account password), then do it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rights.py"/>
        <source>Liên hệ quản trị viên của đơn vị nếu cần mở lại.</source>
        <translation>Ask the unit's administrator if it is to be opened again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rights.py"/>
        <source>Tài khoản “{0}” không có quyền {1}.</source>
        <translation>Account “{0}” may not {1}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/rights.py"/>
        <source>Đăng nhập bằng tài khoản có quyền này, hoặc nhờ quản trị viên của đơn vị giao thêm vai trò.</source>
        <translation>Log in with an account that may, or ask the unit's administrator for a further role.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/salvaging.py"/>
        <source>Thư mục “{0}” không trống.</source>
        <translation>The folder “{0}” is not empty.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/salvaging.py"/>
        <source>Chọn thư mục mới; không có gì bị ghi đè.</source>
        <translation>Choose a new folder; nothing is overwritten.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/salvaging.py"/>
        <source>Không cứu được gì từ tệp này.</source>
        <translation>Nothing could be salvaged from this file.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/salvaging.py"/>
        <source>Thử bản sao lưu, hoặc dựng lại quầy từ trung tâm.</source>
        <translation>Try a backup, or build the desk anew from the center.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/salvaging.py"/>
        <source>Không đọc được khóa hoặc sổ gốc của quầy trong tệp.</source>
        <translation>The desk's key or journals cannot be read in the file.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scan_settings.py"/>
        <source>Độ nét phải từ 75 đến 600 dpi, chất lượng ảnh từ 20 đến 95.</source>
        <translation>The resolution is 75 to 600 dpi, the picture quality 20 to 95.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scan_settings.py"/>
        <source>Thường dùng 150 dpi và 60.</source>
        <translation>Usual are 150 dpi and 60.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scan_settings.py"/>
        <source>Giới hạn dung lượng và tốc độ không được âm.</source>
        <translation>Limits of size and speed cannot be negative.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scan_settings.py"/>
        <source>Nhập 0 để không giới hạn.</source>
        <translation>Enter 0 for no limit.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scan_settings.py"/>
        <source>Không có thư mục máy quét đã chọn.</source>
        <translation>The chosen scanner folder does not exist.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scan_settings.py"/>
        <source>Chọn thư mục mà máy quét ghi tệp vào.</source>
        <translation>Choose the folder the scanner writes files to.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scan_sync.py"/>
        <source>Trung tâm chưa có tệp này.</source>
        <translation>The center does not have this file yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scan_sync.py"/>
        <source>Tệp ở trung tâm không đúng; đã báo, sẽ thử lại lần sau.</source>
        <translation>The file at the center is wrong; it is reported and will be tried again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scan_sync.py"/>
        <source>Chưa gửi được: {0} ở máy này.</source>
        <translation>Not sent: {0} on this machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanners.py"/>
        <source>Một quầy dùng tối đa {0} máy quét kiểu này.</source>
        <translation>A desk uses at most {0} scanners of this kind.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanners.py"/>
        <source>Bỏ chọn máy không dùng.</source>
        <translation>Untick a scanner that is not used.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>Đối chiếu tên và thủ tục trên phiếu trước khi làm tiếp.</source>
        <translation>Compare the name and procedure on the slip before going on.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>Chỉ dựng lại được hồ sơ từ mã QR trên phiếu.</source>
        <translation>A dossier can only be rebuilt from a slip's QR code.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>Quét mã QR ở phía dưới phiếu.</source>
        <translation>Scan the QR code at the foot of the slip.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>Không dựng lại hồ sơ: {0}</source>
        <translation>The dossier was not rebuilt: {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>Quầy đã có hồ sơ {0}, không cần dựng lại.</source>
        <translation>The desk has dossier {0} already; there is no need to rebuild it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>Quầy đã có một hồ sơ khác mang mã {0}.</source>
        <translation>The desk has another dossier with number {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>Báo người phụ trách để xem lại hai hồ sơ.</source>
        <translation>Ask whoever is in charge to look at both dossiers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>Tên thủ tục dài quá mức lưu được.</source>
        <translation>The procedure's name is too long to be stored.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>Thẻ căn cước của {0}; so với thẻ thật vì mã QR không chứng minh được gì.{1}</source>
        <translation>Citizen card of {0}; compare it with the real card, for a QR code proves nothing.{1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>(Theo sổ của quầy này, chưa từng nối trung tâm.)</source>
        <translation>(By this desk's register, which was never connected to a center.)</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>(Theo sổ của quầy, nối trung tâm lần cuối {0}.)</source>
        <translation>(By this desk's register, last connected to the center {0}.)</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>mã tra cứu này</source>
        <translation>this lookup code</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>mã {0}</source>
        <translation>number {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>Có {0} hồ sơ cùng {1}: {2}. Quét mã QR trên phiếu để chọn đúng hồ sơ.</source>
        <translation>There are {0} dossiers with {1}: {2}. Scan the slip's QR code to choose the right one.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>{0}: {1}; không còn dữ liệu.</source>
        <translation>{0}: {1}; no data is left.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>Hồ sơ {0}: {1} – {2}. {3}</source>
        <translation>Dossier {0}: {1} – {2}. {3}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>Không có hồ sơ {0} ở quầy này; đây là mã của đơn vị khác, hoặc máy quét đọc sai.</source>
        <translation>There is no dossier {0} at this desk; the number is another unit's, or was misread.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/scanning.py"/>
        <source>Không có hồ sơ {0} ở quầy này; quét lại, quét mã QR trên phiếu, hoặc đồng bộ rồi tìm lại.</source>
        <translation>There is no dossier {0} at this desk; scan again, scan the slip's QR code, or sync and search again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/shared_facts.py"/>
        <source>Cơ quan cấp trên</source>
        <translation>Authority above</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/shared_facts.py"/>
        <source>Tên bộ phận tiếp nhận</source>
        <translation>Name of the reception office</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/shared_facts.py"/>
        <source>Địa danh trong dòng ngày tháng</source>
        <translation>Place in the date line</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/shared_facts.py"/>
        <source>Địa chỉ trụ sở</source>
        <translation>Office address</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/shared_facts.py"/>
        <source>Điện thoại của quầy</source>
        <translation>Phone of the desk</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/shared_facts.py"/>
        <source>Cách tính P2 cần giờ chốt, ví dụ 15:00.</source>
        <translation>Counting by P2 needs a cut-off time, for example 15:00.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/shared_facts.py"/>
        <source>Sửa rồi lưu lại; lịch đang dùng không đổi.</source>
        <translation>Correct it and save again; the present calendar is unchanged.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/shared_facts.py"/>
        <source>Bộ mẫu phải là một trong: {0}.</source>
        <translation>The set of forms must be one of: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/shared_facts.py"/>
        <source>Cách tính lại sau bổ sung không có trong chương trình này.</source>
        <translation>This program does not know that way of counting after a supplement.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>PHIẾU BỊ SỬA HOẶC GIẢ: chữ ký trên mã của phiếu {0} không đúng; giữ phiếu lại xem.</source>
        <translation>SLIP CHANGED OR FORGED: the signature in the code of slip {0} is wrong; keep the slip and look.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>Phiếu thật, mã {0}, nhưng quầy này không có hồ sơ; đồng bộ, hoặc dựng lại từ phiếu.</source>
        <translation>A genuine slip, number {0}, but this desk does not have the dossier; sync, or rebuild it from the slip.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>Phiếu thật {0}. {1}; không còn dữ liệu.</source>
        <translation>Genuine slip {0}. {1}; no data is left.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>Phiếu {0} của đơn vị khác; quầy này không kiểm tra được, hướng dẫn đến nơi đã cấp.</source>
        <translation>Slip {0} is of another unit; this desk cannot check it, send the citizen to where it was issued.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>Chưa biết quầy nào đã ký phiếu {0} nên không biết thật hay giả; đồng bộ rồi quét lại.</source>
        <translation>It is not known yet which desk signed slip {0}, so not whether it is genuine; sync and scan again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>Phiếu thật {0} nhưng do đơn vị {1} cấp; hướng dẫn đến nơi đã cấp.</source>
        <translation>Slip {0} is genuine but was issued by unit {1}; send the citizen there.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>Phiếu thật, mã {0}; quầy chưa nhận đủ hồ sơ này, đồng bộ để lấy phần thiếu.</source>
        <translation>A genuine slip, number {0}; this desk has not received all of the dossier, sync to get the rest.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>PHIẾU KHÔNG KHỚP SỔ: phiếu ghi mã {0}, sổ ghi {1}; xem lại.</source>
        <translation>SLIP AND REGISTER DIFFER: the slip says {0}, the register {1}; look again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>PHIẾU HẾT HIỆU LỰC: hồ sơ {0} đã hủy tiếp nhận ({1})</source>
        <translation>SLIP NO LONGER VALID: the intake of dossier {0} was annulled ({1})</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>; dùng phiếu của hồ sơ {0}.</source>
        <translation>; use the slip of dossier {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>; xem lại hồ sơ.</source>
        <translation>; look at the dossier.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>PHIẾU HẾT HIỆU LỰC: hồ sơ {0} đã có phiếu cấp lại lần {1}</source>
        <translation>SLIP NO LONGER VALID: dossier {0} has slip issue {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>{0}; dùng phiếu mới.{1}</source>
        <translation>{0}; use the new slip.{1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>PHIẾU HẾT HIỆU LỰC: sổ giữ bản ghi khác của hồ sơ {0}</source>
        <translation>SLIP NO LONGER VALID: the register has another record of dossier {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>{0}; in lại phiếu cho công dân.{1}</source>
        <translation>{0}; print the slip again for the citizen.{1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>Phiếu thật {0}, cấp lại lần {1}, mới hơn sổ của quầy này</source>
        <translation>Genuine slip {0}, issue {1}, newer than this desk's register</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>{0}; đồng bộ để lấy bản mới.</source>
        <translation>{0}; sync to get the newer one.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>PHIẾU KHÔNG KHỚP SỔ: thủ tục trên phiếu {0} là {1}, khác sổ</source>
        <translation>SLIP AND REGISTER DIFFER: the procedure on slip {0} is {1}, not the register's</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>{0}; xem lại hồ sơ.</source>
        <translation>{0}; look at the dossier.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>Phiếu thật, hồ sơ {0}, hạn trả {1}.{2}</source>
        <translation>Genuine slip, dossier {0}, due {1}.{2}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>PHIẾU HẾT HIỆU LỰC: hồ sơ {0} đã hẹn lại, hạn trả mới là</source>
        <translation>SLIP NO LONGER VALID: dossier {0} was put off, now due</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source>Phiếu thật {0}, hẹn trả {1}, mới hơn sổ của quầy này</source>
        <translation>Genuine slip {0}, due {1}, newer than this desk's register</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slip_verdicts.py"/>
        <source> Trạng thái: {0}.</source>
        <translation> Status: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slips.py"/>
        <source>{0}; không còn gì để in.</source>
        <translation>{0}; nothing is left to print.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slips.py"/>
        <source>Cần giấy chứng minh việc hủy: biên bản hủy của người phụ trách lưu trữ.</source>
        <translation>To prove the destruction: the report kept by the one in charge of records.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slips.py"/>
        <source>Hồ sơ này chưa có lần tiếp nhận nào nên không in phiếu được.</source>
        <translation>This dossier has no intake yet, so no slip can be printed.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slips.py"/>
        <source>Hồ sơ {0} đã hủy tiếp nhận nên không in phiếu nữa.</source>
        <translation>The intake of dossier {0} was annulled, so its slip is not printed any more.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slips.py"/>
        <source>Hồ sơ mới dựng lại từ phiếu, chưa có tên và giấy tờ nên chưa in phiếu được.</source>
        <translation>The dossier was only rebuilt from a slip, without names and papers, so its slip cannot be printed yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slips.py"/>
        <source>Đính chính hồ sơ cho đủ rồi in lại.</source>
        <translation>Complete the dossier by a correction, then print.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slips.py"/>
        <source>Hồ sơ do nơi khác tiếp nhận; phiếu hẹn do nơi đó cấp.</source>
        <translation>This dossier was received elsewhere; its slip is issued there.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/slips.py"/>
        <source>Người dân dùng phiếu của nơi tiếp nhận; cần đổi nội dung thì đính chính hồ sơ.</source>
        <translation>The citizen uses the slip of the place of reception; to change what it says, correct the dossier.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/step_acts.py"/>
        <source>Hồ sơ đang ở {0}, xử lý ở đó.</source>
        <translation>The dossier is at {0}: it is worked on there.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/step_acts.py"/>
        <source>Phân công xử lý</source>
        <translation>Assign</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/step_acts.py"/>
        <source>Ghi ý kiến trả lời</source>
        <translation>Record the answer</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/sticks.py"/>
        <source>Quầy này chưa ghi danh với trung tâm nào nên chưa gửi được bằng thẻ nhớ.</source>
        <translation>This desk is not enrolled with a center, so it cannot send by a stick.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/sticks.py"/>
        <source>Xin thư mời của trung tâm rồi chạy “motcua enrol”.</source>
        <translation>Ask the center for an invitation, then run “motcua enrol”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/sticks.py"/>
        <source>Quầy này chưa có chứng thư của trung tâm.</source>
        <translation>This desk has no certificate from the center yet.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/sticks.py"/>
        <source>Ghi danh lại bằng thư mời của trung tâm.</source>
        <translation>Enrol again with the center's invitation.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/sticks.py"/>
        <source>Không đọc được thẻ nhớ.</source>
        <translation>The stick cannot be read.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/sticks.py"/>
        <source>Cắm lại thẻ nhớ rồi làm lại.</source>
        <translation>Plug the stick in again and do it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/subjects.py"/>
        <source>Thời hạn trả lời yêu cầu về dữ liệu cá nhân của đơn vị chưa đúng.</source>
        <translation>The unit's term for answering requests about personal data is not right.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/subjects.py"/>
        <source>Sửa cài đặt chung {0}, ví dụ “2 ngày làm việc”.</source>
        <translation>Correct the shared setting {0}, for instance “2 ngày làm việc”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/subjects.py"/>
        <source>Không có yêu cầu nào mang mã {0}.</source>
        <translation>There is no request {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/subjects.py"/>
        <source>Xem mã trong sổ yêu cầu.</source>
        <translation>Look the code up in the register.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/synchronise.py"/>
        <source>Đây là quầy để tập nên không đồng bộ.</source>
        <translation>This is a training desk, so it does not sync.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/synchronise.py"/>
        <source>Mở quầy thật để đồng bộ.</source>
        <translation>Open the real desk to sync.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/tickets.py"/>
        <source>Không có số thứ tự {0}.</source>
        <translation>There is no queue number {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/tickets.py"/>
        <source>Lấy số mới rồi in.</source>
        <translation>Take a new number, then print.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Đến hạn hôm nay</source>
        <translation>Due today</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Sắp đến hạn</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Chờ công dân bổ sung</source>
        <translation>Supplement awaited</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Đã giải quyết, chờ kết quả về</source>
        <translation>Settled, result on its way</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Chờ công dân đến nhận</source>
        <translation>To be collected</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Chờ nộp phí</source>
        <translation>Waiting for the fee</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Quá hạn từ {0}</source>
        <translation>Overdue since {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>; đã hẹn lại một lần.</source>
        <translation>; put off once already.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>; gửi phiếu xin lỗi.</source>
        <translation>; send an apology.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Hẹn trả {0}.</source>
        <translation>Due {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source> {0} đang giữ.</source>
        <translation> Held by {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Yêu cầu bổ sung từ {0}.</source>
        <translation>Supplement asked for on {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Chờ nộp phí từ {0}.</source>
        <translation>Waiting for the fee since {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Giải quyết xong {0}</source>
        <translation>Settled {0}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>, kết quả ở {0}.</source>
        <translation>, result at {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source> Còn thu {0}.</source>
        <translation> Still due: {0}.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Có kết quả từ {0}.{1}</source>
        <translation>Result there since {0}.{1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>{0} gửi đến {1}; ghi nhận hồ sơ.</source>
        <translation>Sent here by {0} {1}; accept it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Hồ sơ chuyển đến</source>
        <translation>Sent here</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/today.py"/>
        <source>Bản in cần xem lại</source>
        <translation>Prints to look at</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/training.py"/>
        <source>Thư mục để tập lại chứa một quầy thật.</source>
        <translation>The training folder holds a real desk.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/training.py"/>
        <source>Báo người phụ trách kỹ thuật; đừng xóa gì.</source>
        <translation>Tell whoever looks after the machine; delete nothing.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/training.py"/>
        <source>Không rõ thư mục để tập chứa gì.</source>
        <translation>It is not clear what the training folder holds.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/training.py"/>
        <source>Chưa xóa hết dữ liệu tập.</source>
        <translation>Not all training data was deleted.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/training.py"/>
        <source>Đóng cửa sổ tập và các tệp đang mở rồi thử lại.</source>
        <translation>Close the training window and open files, then try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Ổ đĩa đã đầy, việc vừa làm chưa được lưu.</source>
        <translation>The disk is full; what you just did was not stored.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Xóa bớt tệp không cần trên ổ đĩa rồi làm lại; hồ sơ đã lưu trước đó vẫn còn nguyên.</source>
        <translation>Delete files that are not needed and do it again; dossiers stored before are all there.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Ổ đĩa báo lỗi khi ghi, việc vừa làm chưa được lưu.</source>
        <translation>The disk reports an error when writing; what you just did was not stored.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Làm lại một lần; nếu còn lỗi, ngừng tiếp nhận trên máy này và báo người phụ trách kỹ thuật.</source>
        <translation>Do it once more; if it fails again, stop receiving on this machine and tell whoever looks after it.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Dữ liệu đang được chương trình khác của quầy sử dụng quá lâu.</source>
        <translation>Another program of this desk is using the data for too long.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Chờ một phút rồi làm lại; nếu còn lỗi, đóng các cửa sổ Một cửa khác trên máy.</source>
        <translation>Wait a minute and do it again; if it fails again, close other Một cửa windows on this machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Dữ liệu trên đĩa bị hỏng.</source>
        <translation>The data on the disk is damaged.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Đừng tiếp nhận thêm; báo người phụ trách kỹ thuật để khôi phục từ bản sao lưu và trung tâm.</source>
        <translation>Receive nothing more; have the data restored from the backup and the center.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Khóa không mở được dữ liệu của quầy.</source>
        <translation>The key does not open this desk's data.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Khôi phục đúng thư mục khóa đi cùng dữ liệu này.</source>
        <translation>Restore the key folder that belongs to this data.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Thư mục dữ liệu chỉ cho đọc, không ghi được.</source>
        <translation>The data folder is read-only.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Kiểm tra quyền ghi của thư mục hoặc ổ đĩa rồi mở lại chương trình.</source>
        <translation>Check the permission to write to the folder or disk, then open the program again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Thư viện SQLite trên máy quá cũ và có thể làm hỏng dữ liệu.</source>
        <translation>The SQLite library on this machine is too old and may damage data.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Cài lại chương trình Một cửa từ bộ cài đầy đủ.</source>
        <translation>Install Một cửa again from the full installer.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Dữ liệu này do phiên bản Một cửa mới hơn ghi.</source>
        <translation>This data was written by a newer version of Một cửa.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Cập nhật chương trình trên máy này rồi mở lại; dữ liệu không bị thay đổi.</source>
        <translation>Update the program on this machine and open it again; the data is unchanged.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Dữ liệu của quầy nằm trên ổ đĩa mạng, nơi hồ sơ có thể mất hoặc hỏng.</source>
        <translation>The desk's data lies on a network drive, where dossiers can be lost or damaged.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Chuyển thư mục dữ liệu về ổ đĩa của chính máy này rồi mở lại; nhiều quầy dùng chung bằng đồng bộ.</source>
        <translation>Move the data folder to a disk of this very machine and open it again; several desks work together by synchronising.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Tài khoản này không có quyền xem hồ sơ.</source>
        <translation>This account may not see dossiers.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Dữ liệu của quầy vừa được đổi khóa hoặc khôi phục bởi chương trình khác.</source>
        <translation>Another program has just changed the desk's key or restored its data.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Việc vừa làm chưa được lưu; đóng chương trình rồi mở lại và làm lại.</source>
        <translation>What was just done is not saved; close the program, open it again and do it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Không mở được tệp dữ liệu của quầy.</source>
        <translation>The desk's data file cannot be opened.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Kiểm tra thư mục dữ liệu còn đó và có quyền ghi.</source>
        <translation>Check that the data folder is there and can be written.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Không nối được với trung tâm; hồ sơ vẫn an toàn trên máy này và sẽ tự gửi khi có mạng.</source>
        <translation>The center cannot be reached; the dossiers are safe on this machine and are sent when there is a network.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Mạng này đòi đăng nhập hoặc chặn đường tới trung tâm; đăng nhập bằng trình duyệt rồi thử lại.</source>
        <translation>This network wants a login or blocks the way to the center; log in with a browser and try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Kết nối bị từ chối vì máy sai ngày giờ; chỉnh lại ngày giờ của máy rồi thử lại.</source>
        <translation>The connection was refused because this machine's date is wrong; set the date and time and try again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Máy trả lời không chứng minh được là trung tâm; hãy báo người phụ trách kỹ thuật.</source>
        <translation>The machine that answers cannot prove that it is the center; please tell whoever looks after this one.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Máy ở địa chỉ này không nhận thông điệp; kiểm tra lại địa chỉ trung tâm.</source>
        <translation>The machine at this address takes no messages; check the center's address.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Trung tâm đang bận; chương trình sẽ tự thử lại.</source>
        <translation>The center is busy; the program tries again by itself.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Gói tin quá lớn cho đường truyền; chương trình sẽ chia nhỏ rồi tự gửi lại.</source>
        <translation>The message was too large for the line; the program sends it in smaller parts.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Trung tâm chưa nhận ra quầy này; nếu lỗi còn lặp lại, xin thư mời để ghi danh lại.</source>
        <translation>The center does not know this desk yet; if this goes on, ask for an invitation and enrol again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Trung tâm đã thu hồi quầy này nên máy không phát số nữa: tiếp nhận ở quầy khác và liên hệ người phụ trách trung tâm; hồ sơ đã ghi vẫn còn nguyên trên máy, phiếu hẹn đã in vẫn đối chiếu được.</source>
        <translation>The center has withdrawn this desk, so this machine gives no more numbers: receive at another desk and talk to whoever is in charge of the center; what was recorded is all on this machine, and printed slips can still be compared.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Trung tâm dùng phiên bản khác; cập nhật chương trình Một cửa trên máy này.</source>
        <translation>The center uses another version; update Một cửa on this machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Trung tâm chưa làm được việc đồng bộ ({0}).</source>
        <translation>The center could not do the sync ({0}).</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Mã trong thư mời không có ở trung tâm này; xin thư mời mới.</source>
        <translation>The invitation's code is not at this center; ask for a new one.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Thư mời đã được một máy khác dùng; xin thư mời mới cho máy này.</source>
        <translation>The invitation was used by another machine; ask for a new one for this machine.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Thư mời đã hết hạn; xin thư mời mới.</source>
        <translation>The invitation has expired; ask for a new one.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Số quầy này đã có máy khác giữ; xin thư mời với số quầy khác.</source>
        <translation>Another machine has this desk number; ask for an invitation with another number.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Đơn vị đã đủ số quầy; nhờ trung tâm thu hồi quầy không còn dùng.</source>
        <translation>The unit has all its desks; ask the center to withdraw one that is no longer used.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Thư mời là của đơn vị khác với quầy này.</source>
        <translation>The invitation is of another unit than this desk.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Thư mời không phải cho máy quầy; xin thư mời cho quầy.</source>
        <translation>The invitation is not for a desk; ask for one for a desk.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Trung tâm đã thu hồi máy này; hãy ghi danh lại trong một thư mục dữ liệu trống.</source>
        <translation>The center has withdrawn this machine; enrol again in an empty data folder.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Trung tâm vừa khôi phục, đang chờ các máy khác đồng bộ lại; hãy thử lại sau.</source>
        <translation>The center was just restored and waits for other machines to sync; try again later.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/troubles.py"/>
        <source>Lý do trung tâm nêu: {0}. Liên hệ người phụ trách trung tâm.</source>
        <translation>The center's reason: {0}. Talk to whoever is in charge of the center.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/typefaces.py"/>
        <source>Không có kiểu phông “{0}”.</source>
        <translation>There is no typeface “{0}”.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/writing_rights.py"/>
        <source>Mục này đứng tên người khác, không phải người đang đăng nhập.</source>
        <translation>This entry is in the name of somebody else than who is logged in.</translation>
    </message>
    <message>
        <location filename="../../desk_app/operations/writing_rights.py"/>
        <source>Đăng nhập lại rồi làm lại.</source>
        <translation>Log in again and do it again.</translation>
    </message>
    <message>
        <location filename="../../desk_app/store/rebuild.py"/>
        <source>Hồ sơ {0}: bảng tra cứu khác sổ gốc</source>
        <translation>Dossier {0}: the tables differ from the journal</translation>
    </message>
    <message>
        <location filename="../../desk_app/store/rebuild.py"/>
        <source>Bảng tra cứu có {0} hồ sơ, sổ gốc có {1}</source>
        <translation>The tables have {0} dossiers, the journal {1}</translation>
    </message>
    <message>
        <location filename="../../desk_app/store/rebuild.py"/>
        <source>Chỉ mục {0} có {1} dòng, cần {2}</source>
        <translation>Index {0} has {1} rows, {2} are needed</translation>
    </message>
    <message>
        <location filename="../../sync/model/bodies.py"/>
        <source>Chưa rõ (dựng lại từ phiếu)</source>
        <translation>Not known (rebuilt from a slip)</translation>
    </message>
    <message>
        <location filename="../../sync/model/bodies.py"/>
        <source>Chưa rõ</source>
        <translation>Not known</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>Lịch làm việc chưa có năm {0} (chỉ có từ năm {1} đến năm {2})</source>
        <translation>The working calendar has no year {0} (only {1} to {2})</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>Kiểm tra lại ngày nhận và thời hạn; nếu đúng, cập nhật lịch làm việc trong Cài đặt hoặc đồng bộ với trung tâm, rồi tính lại.</source>
        <translation>Check the day of receipt and the time limit; if both are right, update the working calendar in Settings or sync with the center, then reckon again.</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>Bảng lịch làm việc sai ở “{0}”: {1}</source>
        <translation>The working calendar is wrong at “{0}”: {1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>Sửa bảng lịch rồi nhập lại; lịch đang dùng không thay đổi.</source>
        <translation>Correct the calendar and take it in again; the one in use is unchanged.</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>phải là một đối tượng</source>
        <translation>must be an object</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>phải có ít nhất một buổi làm việc</source>
        <translation>must have at least one working session</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>phải có ít nhất một năm</source>
        <translation>must have at least one year</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>“{0}” không phải một năm</source>
        <translation>“{0}” is no year</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>phải là official hoặc predicted</source>
        <translation>must be official or predicted</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>các năm phải liên tục</source>
        <translation>years must follow each other</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>quá 200 năm</source>
        <translation>more than 200 years</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>phải là một danh sách</source>
        <translation>must be a list</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>năm {0} không có trong years</source>
        <translation>year {0} is not in years</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>ngày {0} có hai dòng</source>
        <translation>day {0} has two lines</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>phải là rest hoặc work</source>
        <translation>must be rest or work</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>không phải ngày dạng 2026-11-24</source>
        <translation>is no date as 2026-11-24</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>phải là chữ</source>
        <translation>must be text</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>ngày nghỉ không có buổi làm việc</source>
        <translation>a day off has no working sessions</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>“{0}” không phải một thứ trong tuần (monday … sunday)</source>
        <translation>“{0}” is no weekday (monday … sunday)</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>phải là danh sách các buổi [giờ mở, giờ đóng]</source>
        <translation>must be a list of sessions [opening, closing]</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>mỗi buổi là [giờ mở, giờ đóng]</source>
        <translation>each session is [opening, closing]</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>các buổi phải theo thứ tự và không chồng nhau</source>
        <translation>sessions must follow each other without overlap</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>giờ phải có dạng 07:30</source>
        <translation>a time is written as 07:30</translation>
    </message>
    <message>
        <location filename="../../sync/model/calendar.py"/>
        <source>phải có chữ</source>
        <translation>must have text</translation>
    </message>
    <message>
        <location filename="../../sync/model/control_sheet.py"/>
        <source>Trước hạn</source>
        <translation>Early</translation>
    </message>
    <message>
        <location filename="../../sync/model/control_sheet.py"/>
        <source>Đúng hạn</source>
        <translation>On time</translation>
    </message>
    <message>
        <location filename="../../sync/model/control_sheet.py"/>
        <source>Bộ phận tiếp nhận và trả kết quả</source>
        <translation>Reception and results desk</translation>
    </message>
    <message>
        <location filename="../../sync/model/control_sheet.py"/>
        <source>Đã thẩm định</source>
        <translation>Appraised</translation>
    </message>
    <message>
        <location filename="../../sync/model/control_sheet.py"/>
        <source>Đã phê duyệt</source>
        <translation>Approved</translation>
    </message>
    <message>
        <location filename="../../sync/model/control_sheet.py"/>
        <source>Đã đóng dấu</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <location filename="../../sync/model/control_sheet.py"/>
        <source>Thiếu: {0}</source>
        <translation>Missing: {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/dossier.py"/>
        <source>Đã hủy tiếp nhận</source>
        <translation>Intake annulled</translation>
    </message>
    <message>
        <location filename="../../sync/model/dossier.py"/>
        <source>Đã hủy theo thời hạn bảo quản</source>
        <translation>Destroyed at the end of its term</translation>
    </message>
    <message>
        <location filename="../../sync/model/due.py"/>
        <source>Tính lại từ đầu kể từ khi bổ sung đủ hồ sơ. {0}</source>
        <translation>Counted anew since the supplement was complete. {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/due.py"/>
        <source>Bổ sung đủ hồ sơ không qua ngày làm việc nào nên giữ nguyên hạn trả</source>
        <translation>The supplement took no working day, so the due time stays</translation>
    </message>
    <message>
        <location filename="../../sync/model/due.py"/>
        <source>Chờ bổ sung {0} ngày làm việc, sau ngày {1} đến hết ngày {2}{3}. Cộng {4} ngày làm việc vào hạn trả cũ {5}</source>
        <translation>Waited {0} working days for the supplement, after {1} until the end of {2}{3}. {4} working days are added to the former due time {5}</translation>
    </message>
    <message>
        <location filename="../../sync/model/due.py"/>
        <source>{0}{1}. Hẹn trả kết quả: {2}.</source>
        <translation>{0}{1}. Due: {2}.</translation>
    </message>
    <message>
        <location filename="../../sync/model/due.py"/>
        <source>, trừ {0}</source>
        <translation>, without {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/due.py"/>
        <source>, tính cả {0}</source>
        <translation>, counting {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>Hẹn trả kết quả: {0}{1}.</source>
        <translation>Due: {0}{1}.</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>Chưa có thông báo chính thức về lịch nghỉ năm {0} nên ngày hẹn trả là dự kiến.</source>
        <translation>The days off of {0} are not officially announced yet, so the due time is provisional.</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>Có ngày nghỉ hoặc làm bù chưa có thông báo chính thức nên ngày hẹn trả là dự kiến.</source>
        <translation>Some days off or made-up working days are not officially announced yet, so the due time is provisional.</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>là ngày nghỉ ({0})</source>
        <translation>a day off ({0})</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>ngoài giờ làm việc</source>
        <translation>outside working hours</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>là ngày nghỉ</source>
        <translation>a day off</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>Nhận lúc {0}, {1}, nên {2}.</source>
        <translation>Received {0}, {1}, so {2}.</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>Nhận sau {0} nên {1}.</source>
        <translation>Received after {0}, so {1}.</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>tính từ {0} cùng ngày</source>
        <translation>counted from {0} of the same day</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>tính từ {0}</source>
        <translation>counted from {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>, qua các ngày nghỉ: {0}</source>
        <translation>, past the days off: {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>{0} kể từ {1}</source>
        <translation>{0} from {1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>, chỉ tính trong giờ làm việc</source>
        <translation>, counting working hours only</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>, tính cả ngày nghỉ.</source>
        <translation>, counting days off too.</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source> là {0} {1} (ngày nghỉ{2})</source>
        <translation> is {0} {1} (a day off{2})</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source> nên chuyển sang ngày làm việc tiếp theo</source>
        <translation> so it moves to the next working day</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>Giải quyết trong ngày: nhận lúc {0}</source>
        <translation>Settled within the day: received {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>{0}, không muộn hơn {1}, nên trả ngay trong ngày.</source>
        <translation>{0}, not later than {1}, so returned the same day.</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>, sau {0}, nên trả trong ngày làm việc tiếp theo</source>
        <translation>, after {0}, so returned on the next working day</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source> (cuối giờ làm việc)</source>
        <translation> (end of working hours)</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source> ({0} ngoài giờ làm việc của ngày đó)</source>
        <translation> ({0} is outside that day's working hours)</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source>{0}, dự kiến</source>
        <translation>{0}, provisional</translation>
    </message>
    <message>
        <location filename="../../sync/model/explanation.py"/>
        <source> đến {0}</source>
        <translation> to {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fees.py"/>
        <source>số trang của bản chính</source>
        <translation>the number of pages of the original</translation>
    </message>
    <message>
        <location filename="../../sync/model/fees.py"/>
        <source>số tiền</source>
        <translation>the amount</translation>
    </message>
    <message>
        <location filename="../../sync/model/fees.py"/>
        <source>Cần {0} để tính “{1}”</source>
        <translation>{0} is needed to reckon “{1}”</translation>
    </message>
    <message>
        <location filename="../../sync/model/flag_words.py"/>
        <source>Hai nơi cùng phân công hồ sơ này khi chưa thấy nhau; người được giao trước giữ hồ sơ.</source>
        <translation>Two places assigned this dossier before they saw each other; the one assigned first has it.</translation>
    </message>
    <message>
        <location filename="../../sync/model/flag_words.py"/>
        <source>Hồ sơ được phê duyệt ở hai nơi khi chưa thấy nhau; lần phê duyệt trước có hiệu lực.</source>
        <translation>The dossier was approved in two places before they saw each other; the first approval counts.</translation>
    </message>
    <message>
        <location filename="../../sync/model/flag_words.py"/>
        <source>Hai người cùng làm một bước khi chưa thấy nhau; việc làm trước có hiệu lực.</source>
        <translation>Two people did the same step before they saw each other; what was done first counts.</translation>
    </message>
    <message>
        <location filename="../../sync/model/flag_words.py"/>
        <source>Hai người làm hai việc khác nhau khi chưa thấy nhau; việc gần kết quả hơn có hiệu lực.</source>
        <translation>Two people did different things before they saw each other; what is nearer to the result counts.</translation>
    </message>
    <message>
        <location filename="../../sync/model/flag_words.py"/>
        <source>Hồ sơ được thẩm định hoặc phê duyệt trong lúc nơi khác yêu cầu bổ sung hoặc nộp phí.</source>
        <translation>The dossier was appraised or approved while another place asked for a supplement or a fee.</translation>
    </message>
    <message>
        <location filename="../../sync/model/flag_words.py"/>
        <source>Kết quả được ký trong lúc nơi khác đã kết thúc hồ sơ; không trả kết quả này.</source>
        <translation>The result was signed while another place had ended the dossier; do not give this result out.</translation>
    </message>
    <message>
        <location filename="../../sync/model/flag_words.py"/>
        <source>Một cơ quan trả lời lấy ý kiến hai lần khi chưa thấy nhau; ý kiến trước được ghi nhận.</source>
        <translation>An office answered twice before the answers saw each other; the first one is kept.</translation>
    </message>
    <message>
        <location filename="../../sync/model/flag_words.py"/>
        <source>Giấy tờ bàn giao còn thiếu; xem quá trình và đòi lại nơi giao.</source>
        <translation>Papers handed over are still missing; see the history and ask whoever gave them.</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>hoàn tác</source>
        <translation>undone</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>Tiếp nhận lần nữa với mã {0}</source>
        <translation>Received once more, number {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>Tiếp nhận hồ sơ, hẹn trả {0}</source>
        <translation>Received, due {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>Nhận từ nơi khác ({0}), hẹn trả {1}</source>
        <translation>Received elsewhere ({0}), due {1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>, hẹn trả {0}</source>
        <translation>, due {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source> (mất phiếu)</source>
        <translation> (slip lost)</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>Xin lỗi và hẹn lại ngày trả: {0} – {1}</source>
        <translation>Apology with a new due time: {0} – {1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>Đính chính, cấp lại phiếu lần {0}: {1}</source>
        <translation>Corrected, slip issue {0}: {1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>Dựng lại từ phiếu</source>
        <translation>Rebuilt from a slip</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source> cấp lại lần {0}</source>
        <translation> issue {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>{0}; đã có dữ liệu của hồ sơ</source>
        <translation>{0}; the dossier's data was there already</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>{0}, hẹn trả {1}</source>
        <translation>{0}, due {1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>Nội dung đã được xóa theo quy định</source>
        <translation>The content was deleted as the rules require</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>Việc do nơi không có quyền ghi, không có hiệu lực</source>
        <translation>An act recorded by someone without authority; it has no effect</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>{0} (đã {1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>{0}: không {1} được</source>
        <translation>{0}: cannot be {1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>Nội dung không đọc được</source>
        <translation>The content cannot be read</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold.py"/>
        <source>Nội dung chuyển đến không khớp con dấu của nơi ghi, không được tính</source>
        <translation>What was sent here does not match the seal of whoever wrote it and does not count</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>tiền mặt</source>
        <translation>cash</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>chuyển khoản</source>
        <translation>transfer</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>đã báo</source>
        <translation>informed</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>không nghe máy</source>
        <translation>no answer</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>sai số</source>
        <translation>wrong number</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>hẹn gọi lại</source>
        <translation>to be called again</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>Bàn giao hồ sơ cho {0}</source>
        <translation>Handed over to {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>Chuyển về nơi tiếp nhận {0}</source>
        <translation>Sent back to {0}, where it was received</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>Chuyển hồ sơ đến {0}</source>
        <translation>Forwarded to {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>cấp trên</source>
        <translation>upstream</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>{0} đã nhận hồ sơ chuyển đến</source>
        <translation>{0} took in the forwarded dossier</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>Đã nhận kết quả</source>
        <translation>Result received</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source> số {0}</source>
        <translation> no. {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source> từ {0}</source>
        <translation> from {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>Để hồ sơ tại: {0}</source>
        <translation>Dossier lies at: {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>Bỏ ghi nơi để hồ sơ</source>
        <translation>No longer said where the dossier lies</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>{0}, người nộp {1}</source>
        <translation>{0}, paid by {1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>; khoản này đã thu ở quầy khác, kiểm tra và trả lại tiền thừa</source>
        <translation>; it was paid at another desk too, check and give the surplus back</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>; hẹn trả {0}</source>
        <translation>; due {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>Gọi điện {0}</source>
        <translation>Call {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>Ghi chú: {0}</source>
        <translation>Note: {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>Hủy tiếp nhận – {0}</source>
        <translation>Intake annulled – {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>; thay bằng hồ sơ {0}</source>
        <translation>; replaced by dossier {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_acts.py"/>
        <source>Hoàn tác – {0}</source>
        <translation>Undone – {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_scans.py"/>
        <source>Đính kèm bản chụp: {0} ({1} trang)</source>
        <translation>Scan attached: {0} ({1} p.)</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_scans.py"/>
        <source>không tên</source>
        <translation>without a name</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_scans.py"/>
        <source>{0}; đã có trong hồ sơ</source>
        <translation>{0}; it was in the dossier already</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_scans.py"/>
        <source>không còn trong hồ sơ</source>
        <translation>no longer in the dossier</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_scans.py"/>
        <source>Gỡ bản chụp đính kèm nhầm: {0} – {1}</source>
        <translation>Scan attached by mistake taken away: {0} – {1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>đủ điều kiện giải quyết</source>
        <translation>may be granted</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>không đủ điều kiện giải quyết</source>
        <translation>may not be granted</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>cần bổ sung hồ sơ</source>
        <translation>needs a supplement</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>đồng ý</source>
        <translation>agrees</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>không đồng ý</source>
        <translation>does not agree</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>ý kiến khác</source>
        <translation>another opinion</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>người trước thôi nhiệm vụ</source>
        <translation>the one before has left the post</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>người trước vắng mặt</source>
        <translation>the one before is absent</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>người trước chuyển việc</source>
        <translation>the one before has moved on</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>san việc</source>
        <translation>to share the load</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>ký thay</source>
        <translation>signed as a deputy for</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>ký thừa ủy quyền</source>
        <translation>signed by delegation of</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>ký thừa lệnh</source>
        <translation>signed by order of</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>; chuyển bước {0}</source>
        <translation>; on to step {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>, hạn {0}</source>
        <translation>, due {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>Nhận bàn giao hồ sơ từ {0}</source>
        <translation>Papers counted in, from {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source> theo danh sách {0}</source>
        <translation> by list {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>; THIẾU: {0}</source>
        <translation>; MISSING: {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>Phân công lại cho {0}</source>
        <translation>Reassigned to {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>Phân công cho {0}</source>
        <translation>Assigned to {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>, bước {0}</source>
        <translation>, step {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>Thẩm định: {0}</source>
        <translation>Appraisal: {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>, trước {0}</source>
        <translation>, by {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>Lấy ý kiến {0}{1}</source>
        <translation>Opinion asked of {0}{1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>Ý kiến của {0}: {1}</source>
        <translation>Opinion of {0}: {1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>cơ quan phối hợp</source>
        <translation>the office asked</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>Phê duyệt: {0} ký</source>
        <translation>Approval: signed by {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>Phê duyệt: {0} {1}</source>
        <translation>Approval: {0} {1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>, số {0}</source>
        <translation>, number {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source>Đóng dấu, phát hành số {0}</source>
        <translation>Sealed and issued as number {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_words.py"/>
        <source> ngày {0}</source>
        <translation> of {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/fold_work.py"/>
        <source>Trả lại để làm lại – {0}{1}</source>
        <translation>Sent back for rework – {0}{1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/limit.py"/>
        <source>Không hiểu thời hạn giải quyết “{0}”</source>
        <translation>The time limit “{0}” is not understood</translation>
    </message>
    <message>
        <location filename="../../sync/model/limit.py"/>
        <source>Ghi thời hạn theo một trong các dạng: “3 ngày làm việc”, “15 ngày”, “8 giờ”, “2 tháng”, “1 năm” hoặc “trong ngày”.</source>
        <translation>Write a time limit as one of: “3 ngày làm việc”, “15 ngày”, “8 giờ”, “2 tháng”, “1 năm” or “trong ngày”.</translation>
    </message>
    <message>
        <location filename="../../sync/model/limit.py"/>
        <source>ngày làm việc</source>
        <translation>working days</translation>
    </message>
    <message>
        <location filename="../../sync/model/limit.py"/>
        <source>ngày</source>
        <translation>days</translation>
    </message>
    <message>
        <location filename="../../sync/model/limit.py"/>
        <source>giờ</source>
        <translation>hours</translation>
    </message>
    <message>
        <location filename="../../sync/model/limit.py"/>
        <source>tháng</source>
        <translation>months</translation>
    </message>
    <message>
        <location filename="../../sync/model/limit.py"/>
        <source>năm</source>
        <translation>years</translation>
    </message>
    <message>
        <location filename="../../sync/model/limit.py"/>
        <source>trong ngày</source>
        <translation>within the day</translation>
    </message>
    <message>
        <location filename="../../sync/model/limit.py"/>
        <source>ngày lv</source>
        <translation>working days</translation>
    </message>
    <message>
        <location filename="../../sync/model/limit.py"/>
        <source>giờ làm việc</source>
        <translation>working hours</translation>
    </message>
    <message>
        <location filename="../../sync/model/limit.py"/>
        <source>số lượng phải từ 1 đến {0}</source>
        <translation>the amount must be 1 to {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/messages.py"/>
        <source>Thông báo</source>
        <translation>Message</translation>
    </message>
    <message>
        <location filename="../../sync/model/messages.py"/>
        <source>Chỉ đạo</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <location filename="../../sync/model/old_encodings.py"/>
        <source>UTF-8 đọc nhầm</source>
        <translation>misread UTF-8</translation>
    </message>
    <message>
        <location filename="../../sync/model/old_encodings.py"/>
        <source>Unicode tổ hợp</source>
        <translation>decomposed Unicode</translation>
    </message>
    <message>
        <location filename="../../sync/model/old_encodings.py"/>
        <source>mất dấu</source>
        <translation>marks lost</translation>
    </message>
    <message>
        <location filename="../../sync/model/procedure.py"/>
        <source>phải ghi là “{0}”</source>
        <translation>must be written “{0}”</translation>
    </message>
    <message>
        <location filename="../../sync/model/procedure.py"/>
        <source>không được để trống</source>
        <translation>must not be empty</translation>
    </message>
    <message>
        <location filename="../../sync/model/procedure.py"/>
        <source>phải có ít nhất một bản</source>
        <translation>must have at least one copy</translation>
    </message>
    <message>
        <location filename="../../sync/model/procedure.py"/>
        <source>phải là một trong: {0}</source>
        <translation>must be one of: {0}</translation>
    </message>
    <message>
        <location filename="../../sync/model/procedure.py"/>
        <source>phải có số tiền, trừ phí nhập tay</source>
        <translation>must have an amount, unless it is typed at intake</translation>
    </message>
    <message>
        <location filename="../../sync/model/procedure.py"/>
        <source>phải từ 1</source>
        <translation>must be 1 or more</translation>
    </message>
    <message>
        <location filename="../../sync/model/procedure.py"/>
        <source>chỉ gồm chữ thường không dấu, số, dấu chấm và gạch nối</source>
        <translation>only lower-case letters without marks, digits, dots and dashes</translation>
    </message>
    <message>
        <location filename="../../sync/model/procedure.py"/>
        <source>mã thủ tục phải có dạng 1.001193</source>
        <translation>a procedure's code is written as 1.001193</translation>
    </message>
    <message>
        <location filename="../../sync/model/procedure.py"/>
        <source>có mục trùng nhau</source>
        <translation>has an item twice</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>Tiếp nhận</source>
        <translation>Reception</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>Giải quyết</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>Đóng dấu</source>
        <translation>Seal</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>Bộ phận một cửa</source>
        <translation>One-stop desk</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>Chuyên viên</source>
        <translation>Specialist</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>Lãnh đạo</source>
        <translation>Leader</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>Văn thư</source>
        <translation>Records office</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>chỉ gồm chữ thường không dấu, số và gạch nối</source>
        <translation>only plain small letters, digits and hyphens</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>ghi số ngày làm việc hoặc số giờ, ví dụ “2 ngày làm việc”, “4 giờ”</source>
        <translation>write working days or hours, such as “2 ngày làm việc”, “4 giờ”</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>có hai bước cùng mã</source>
        <translation>two steps have the same code</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>bước đầu (và chỉ bước đầu) phải là tiếp nhận</source>
        <translation>the first step (and no other) must be the reception</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>bước cuối (và chỉ bước cuối) phải là trả kết quả</source>
        <translation>the last step (and no other) must be returning the result</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>chưa có bước nào phê duyệt hoặc giải quyết</source>
        <translation>no step approves or settles</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>thẩm định phải đứng trước phê duyệt</source>
        <translation>appraisal must come before approval</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>đóng dấu phải đứng sau phê duyệt</source>
        <translation>the seal must come after approval</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>{0} ngày làm việc</source>
        <translation>{0} working days</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>{0} giờ</source>
        <translation>{0} hours</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>0 giờ</source>
        <translation>0 hours</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>Các bước cộng lại {0}, quá thời hạn của thủ tục ({1}).</source>
        <translation>The steps add up to {0}, more than the procedure's limit ({1}).</translation>
    </message>
    <message>
        <location filename="../../sync/model/process.py"/>
        <source>Các bước cộng lại {0}, còn dư {1} so với thời hạn của thủ tục ({2}).</source>
        <translation>The steps add up to {0}, which leaves {1} of the procedure's limit ({2}).</translation>
    </message>
    <message>
        <location filename="../../sync/model/purge.py"/>
        <source>Hồ sơ đã được hủy khi hết thời hạn bảo quản ngày {0}{1}</source>
        <translation>The dossier was destroyed at the end of its term on {0}{1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/recalled.py"/>
        <source>Máy {0} đã bị thu hồi: {1} ghi nhận của máy đó tạm không được tính{2}</source>
        <translation>Machine {0} was revoked: {1} of its records do not count for now{2}</translation>
    </message>
    <message>
        <location filename="../../sync/model/recalled.py"/>
        <source>Đã đối chiếu: {0} ghi nhận của máy {1} được tính lại{2}</source>
        <translation>Compared: {0} records of machine {1} count again{2}</translation>
    </message>
    <message>
        <location filename="../../sync/model/status.py"/>
        <source>Mới đăng ký</source>
        <translation>Newly filed</translation>
    </message>
    <message>
        <location filename="../../sync/model/status.py"/>
        <source>Được tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <location filename="../../sync/model/status.py"/>
        <source>Không được tiếp nhận</source>
        <translation>Not received</translation>
    </message>
    <message>
        <location filename="../../sync/model/status.py"/>
        <source>Đang xử lý</source>
        <translation>In progress</translation>
    </message>
    <message>
        <location filename="../../sync/model/status.py"/>
        <source>Yêu cầu bổ sung giấy tờ</source>
        <translation>Supplement asked for</translation>
    </message>
    <message>
        <location filename="../../sync/model/status.py"/>
        <source>Yêu cầu thực hiện nghĩa vụ tài chính</source>
        <translation>Waiting for payment</translation>
    </message>
    <message>
        <location filename="../../sync/model/status.py"/>
        <source>Công dân yêu cầu rút hồ sơ</source>
        <translation>Withdrawn by the citizen</translation>
    </message>
    <message>
        <location filename="../../sync/model/status.py"/>
        <source>Dừng xử lý</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <location filename="../../sync/model/status.py"/>
        <source>Đã xử lý xong</source>
        <translation>Settled</translation>
    </message>
    <message>
        <location filename="../../sync/model/status.py"/>
        <source>Đã trả kết quả</source>
        <translation>Returned</translation>
    </message>
    <message>
        <location filename="../../sync/model/strict.py"/>
        <source>dài quá {0} ký tự</source>
        <translation>longer than {0} characters</translation>
    </message>
    <message>
        <location filename="../../sync/model/strict.py"/>
        <source>phải là số nguyên từ {0} đến {1}</source>
        <translation>must be a whole number from {0} to {1}</translation>
    </message>
    <message>
        <location filename="../../sync/model/strict.py"/>
        <source>phải là true hoặc false</source>
        <translation>must be true or false</translation>
    </message>
    <message>
        <location filename="../../sync/model/strict.py"/>
        <source>phải là ngày dạng YYYY-MM-DD</source>
        <translation>must be a date as YYYY-MM-DD</translation>
    </message>
    <message>
        <location filename="../../sync/model/strict.py"/>
        <source>phải là danh sách</source>
        <translation>must be a list</translation>
    </message>
    <message>
        <location filename="../../sync/model/strict.py"/>
        <source>quá {0} mục</source>
        <translation>more than {0} items</translation>
    </message>
    <message>
        <location filename="../../sync/model/strict.py"/>
        <source>không có trường này</source>
        <translation>there is no such field</translation>
    </message>
    <message>
        <location filename="../../sync/model/text.py"/>
        <source>Gõ lại nội dung; nếu dán từ nơi khác, hãy dán dạng văn bản thuần.</source>
        <translation>Type it again; if you paste it, paste plain text.</translation>
    </message>
    <message>
        <location filename="../../sync/model/text.py"/>
        <source>Nội dung có ký tự điều khiển hoặc ký tự hỏng</source>
        <translation>The text has control characters or damaged ones</translation>
    </message>
    <message>
        <location filename="../../sync/model/words.py"/>
        <source>thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <location filename="../../sync/model/words.py"/>
        <source>thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <location filename="../../sync/model/words.py"/>
        <source>thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <location filename="../../sync/model/words.py"/>
        <source>thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <location filename="../../sync/model/words.py"/>
        <source>thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <location filename="../../sync/model/words.py"/>
        <source>thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <location filename="../../sync/model/words.py"/>
        <source>Chủ nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <location filename="../../sync/acts/accounts.py"/>
        <source>Tên đăng nhập gồm 3–40 chữ thường không dấu, số, dấu . _ -; bắt đầu bằng chữ.</source>
        <translation>A log-in name has 3–40 small letters without marks, digits, . _ -; it begins with a letter.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/accounts.py"/>
        <source>Cần ghi họ và tên.</source>
        <translation>A full name is needed.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/accounts.py"/>
        <source>Không có vai trò “{0}”; các vai trò: {1}.</source>
        <translation>There is no role “{0}”; the roles are: {1}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/accounts.py"/>
        <source>Chọn ít nhất một vai trò.</source>
        <translation>Choose at least one role.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/attaching.py"/>
        <source>Hồ sơ có nội dung chương trình này không đọc được; cập nhật rồi thử lại.</source>
        <translation>The dossier has content this program cannot read; update and try again.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/attaching.py"/>
        <source>Bản chụp này đã có trong hồ sơ.</source>
        <translation>This scan is in the dossier already.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/attaching.py"/>
        <source>Hồ sơ đã có {0} bản chụp; ghép bớt các tệp rồi đính kèm lại.</source>
        <translation>The dossier has {0} scans; join some files and attach again.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/attaching.py"/>
        <source>Cần ghi lý do gỡ bản chụp.</source>
        <translation>Give the reason for taking the scan away.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/attaching.py"/>
        <source>Dài quá {0} ký tự.</source>
        <translation>At most {0} characters.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/between.py"/>
        <source>Hồ sơ do chính đơn vị này tiếp nhận.</source>
        <translation>This unit received the dossier itself.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/between.py"/>
        <source>Đơn vị này đã nhận hồ sơ.</source>
        <translation>This unit has taken the dossier in already.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/between.py"/>
        <source>Hồ sơ {0} đang là “{1}”, không nhận nữa.</source>
        <translation>Dossier {0} is “{1}”; it is not taken in any more.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/between.py"/>
        <source>Hồ sơ {0} đang là “{1}”.</source>
        <translation>Dossier {0} is “{1}”.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/between.py"/>
        <source>Đơn vị này chưa nhận hồ sơ.</source>
        <translation>This unit has not taken the dossier in yet.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/between.py"/>
        <source>Đã chuyển về nơi tiếp nhận.</source>
        <translation>It was sent back already.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/cautions.py"/>
        <source>Thủ tục chưa có hiệu lực, từ ngày {0} mới áp dụng.</source>
        <translation>The procedure is not in force yet; it applies from {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/cautions.py"/>
        <source>Thủ tục sắp hết hiệu lực: đến hết ngày {0}, sau đó thay bằng {1}.</source>
        <translation>The procedure will soon be no more: it holds to the end of {0}; {1} comes after.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/cautions.py"/>
        <source>Thủ tục sắp hết hiệu lực: đến hết ngày {0}.</source>
        <translation>The procedure will soon be no more: it holds to the end of {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/cautions.py"/>
        <source>Thủ tục không còn hiệu lực trong danh mục hôm nay; đã thay bằng {0}.</source>
        <translation>The procedure is no longer in force in today's catalogue; {0} has replaced it.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/cautions.py"/>
        <source>Thủ tục không còn hiệu lực trong danh mục hôm nay; kiểm tra thủ tục thay thế.</source>
        <translation>The procedure is no longer in force in today's catalogue; look for the one that replaces it.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/cautions.py"/>
        <source>Hạn trả rơi vào ngày nghỉ ({0}); nên hẹn ngày làm việc.</source>
        <translation>Due on a day off ({0}); better on a working day.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/cautions.py"/>
        <source>Hạn trả ngoài giờ làm việc; người dân đến lúc đó sẽ không gặp được quầy.</source>
        <translation>Due outside working hours; the citizen would find the counter closed.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/cautions.py"/>
        <source>Hạn trả cách hơn một năm; kiểm tra lại năm của ngày hẹn.</source>
        <translation>Due in more than a year; check the year.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/cautions.py"/>
        <source>Trả qua bưu chính nhưng chưa có địa chỉ nhận.</source>
        <translation>To be returned by post, but there is no address yet.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/cautions.py"/>
        <source>Trả trực tuyến nhưng chưa có thư điện tử nhận kết quả.</source>
        <translation>To be returned online, but there is no email for the result yet.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Số tiền phải từ 0 đến một nghìn tỷ đồng.</source>
        <translation>An amount is 0 to one thousand billion dong.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Số tiền phải từ 1 đồng đến một nghìn tỷ đồng.</source>
        <translation>An amount is 1 dong to one thousand billion dong.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Cách trả phải là một trong: {0}.</source>
        <translation>The way of paying must be one of: {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Ghi mã giao dịch hoặc chứng từ đã thấy của khoản chuyển.</source>
        <translation>Give the transaction code or the proof you saw of the transfer.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Hồ sơ không có khoản phí này.</source>
        <translation>The dossier has no such fee.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Khoản này đã thu {0} lúc {1}.</source>
        <translation>This was paid: {0} at {1}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Hồ sơ đang chờ công dân; nhận đủ rồi mới chuyển.</source>
        <translation>The dossier waits for the citizen; receive everything, then hand it over.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Cần ghi nơi nhận hồ sơ.</source>
        <translation>Say where the dossier goes.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Hồ sơ {0} đang là “{1}”, không chuyển đi nữa.</source>
        <translation>Dossier {0} is “{1}”, so it is not passed on any more.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Hồ sơ đang là “{0}”, chưa có kết quả nào để sửa.</source>
        <translation>The dossier is “{0}”; there is no result to correct yet.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Cần ghi kết quả sai ở đâu.</source>
        <translation>Say what is wrong with the result.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Hồ sơ {0} đang là “{1}”, chưa thể có kết quả về.</source>
        <translation>Dossier {0} is “{1}”; its result cannot have come yet.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Kết quả đã về quầy lúc {0}.</source>
        <translation>The result came at {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Ngày của kết quả không thể sau hôm nay.</source>
        <translation>The result's date cannot be after today.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Kết quả cuộc gọi phải là một trong: {0}.</source>
        <translation>The outcome of a call must be one of: {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Cần ghi số điện thoại đã gọi.</source>
        <translation>The number called is needed.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Chưa có nội dung ghi chú.</source>
        <translation>There is no note yet.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Cần ghi lý do rút hồ sơ.</source>
        <translation>Give the reason for withdrawing.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Cần ghi lý do hủy tiếp nhận.</source>
        <translation>Give the reason for annulling the intake.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Mã hồ sơ thay thế không đúng kiểu.</source>
        <translation>The number of the replacing dossier is not of the right kind.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Mã hồ sơ thay thế phải khác mã hồ sơ này.</source>
        <translation>The replacing dossier must be another one.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Cần ghi lý do hoàn tác.</source>
        <translation>Give the reason for undoing.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/counter.py"/>
        <source>Không hoàn tác được: chỉ việc cuối cùng của quầy này, và trả kết quả chỉ trong ngày.</source>
        <translation>Not to be undone: only this desk's last act can be, and a return only the same day.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/decide.py"/>
        <source>{0}; không làm gì với hồ sơ này được nữa.</source>
        <translation>{0}; nothing can be done with this dossier any more.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/decide.py"/>
        <source>Hồ sơ {0} có nội dung mà phiên bản phần mềm này không đọc được; cập nhật chương trình rồi thử lại.</source>
        <translation>Dossier {0} has content this version of the program cannot read; update the program and try again.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/decide.py"/>
        <source>Không có trạng thái “{0}”. {1}</source>
        <translation>There is no status “{0}”. {1}</translation>
    </message>
    <message>
        <location filename="../../sync/acts/decide.py"/>
        <source>Hồ sơ {0} đã hủy tiếp nhận, không làm gì thêm được.</source>
        <translation>The intake of dossier {0} was annulled; nothing more can be done with it.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/decide.py"/>
        <source>Hồ sơ {0} đang ở trạng thái “{1}” ({2})</source>
        <translation>Dossier {0} is “{1}” ({2})</translation>
    </message>
    <message>
        <location filename="../../sync/acts/decide.py"/>
        <source>không chuyển được sang “{0}” ({1})</source>
        <translation>it cannot become “{0}” ({1})</translation>
    </message>
    <message>
        <location filename="../../sync/acts/decide.py"/>
        <source>Nội dung dài quá {0} ký tự; hãy viết ngắn lại.</source>
        <translation>The text is longer than {0} characters; please write less.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/decide.py"/>
        <source>Được phép chuyển sang: {0}.</source>
        <translation>It may become: {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/decide.py"/>
        <source>Hồ sơ đã kết thúc.</source>
        <translation>The dossier is closed.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Cần văn bản ủy quyền có công chứng hoặc chứng thực.</source>
        <translation>A notarised or certified authorisation is needed.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Người thân (ông bà, cha mẹ, con, vợ chồng, anh chị em ruột) cần giấy tờ chứng minh quan hệ.</source>
        <translation>A relative (grandparent, parent, child, spouse, sibling) needs proof of the relationship.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Cần giấy khai sinh hoặc giấy tờ khác chứng minh là cha, mẹ.</source>
        <translation>A birth certificate or another proof of being the parent is needed.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Cần quyết định hoặc giấy tờ chứng minh là người giám hộ.</source>
        <translation>A decision or proof of guardianship is needed.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Cần giấy tờ chứng minh là người đại diện theo pháp luật của tổ chức.</source>
        <translation>Proof of being the organisation's legal representative is needed.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Cần giấy giới thiệu hoặc văn bản ủy quyền của tổ chức.</source>
        <translation>The organisation's letter of introduction or authorisation is needed.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Họ tên chỉ có một chữ: xem lại giấy tờ.</source>
        <translation>The name is a single word: check the papers.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Trên 110 tuổi: xem lại năm sinh.</source>
        <translation>Over 110 years old: check the year of birth.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Số căn cước có 12 chữ số, số CMND có 9; ở đây có {0}.</source>
        <translation>A personal number has 12 digits, an old identity number 9; here are {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Ba chữ số đầu ({0}) không phải mã tỉnh hay mã nước nào: xem lại số.</source>
        <translation>The first three digits ({0}) are no province's or country's code: check the number.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Chữ số thứ 4 của số định danh là của {0}: xem lại trên thẻ.</source>
        <translation>The 4th digit of the personal number says {0}: check the card.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>nữ</source>
        <translation>female</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Số định danh là của người sinh năm {0}: xem lại trên thẻ.</source>
        <translation>The personal number says born in {0}: check the card.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Mã số thuế có 10 hoặc 13 chữ số; ở đây có {0}.</source>
        <translation>A tax code has 10 or 13 digits; here are {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Mã số thuế sai chữ số kiểm tra: xem lại từng số.</source>
        <translation>The tax code's check digit is wrong: check each digit.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Số di động có 10 chữ số; ở đây có {0}.</source>
        <translation>A mobile number has 10 digits; here are {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Đầu số điện thoại lạ: hỏi lại công dân.</source>
        <translation>An unusual phone prefix: ask the citizen.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Tổ chức, cơ quan nộp hồ sơ qua một người: thêm “Người được ủy quyền”.</source>
        <translation>An organisation files through a person: add “Authorised person”.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Người được ủy quyền chưa đủ 18 tuổi: chỉ nhận việc luật không đòi người đã thành niên.</source>
        <translation>The authorised person is under 18: only for matters the law does not reserve to adults.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Việc này phải tự đi làm, không được ủy quyền (TT 04/2020/TT-BTP, Điều 2).</source>
        <translation>This must be done in person, without an authorised person (TT 04/2020/TT-BTP, Art. 2).</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Chọn căn cứ đại diện để biết cần giấy tờ gì.</source>
        <translation>Choose the ground of representation to see which papers are needed.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Trẻ dưới 6 tuổi: cha, mẹ hoặc người giám hộ nộp thay.</source>
        <translation>A child under 6: a parent or guardian files instead.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Người dưới 15 tuổi: cần cha, mẹ hoặc người giám hộ đồng ý.</source>
        <translation>Under 15: a parent or guardian must agree.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/doubts.py"/>
        <source>Chưa đủ 18 tuổi: việc về nhà đất, tài sản phải đăng ký cần cha, mẹ hoặc người giám hộ đồng ý.</source>
        <translation>Under 18: for land, houses and registered property a parent or guardian must agree.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/importing.py"/>
        <source>Theo giấy hẹn của nơi tiếp nhận</source>
        <translation>By the slip of the place of reception</translation>
    </message>
    <message>
        <location filename="../../sync/acts/importing.py"/>
        <source>Không phải mã hồ sơ (mã đơn vị-năm tháng ngày-số thứ tự).</source>
        <translation>This is no dossier number (unit code-year month day-ordinal).</translation>
    </message>
    <message>
        <location filename="../../sync/acts/importing.py"/>
        <source>Mã mang định danh {0} của đơn vị thuộc trung tâm này, nơi chỉ quầy của đơn vị cấp số.</source>
        <translation>The number bears the code {0} of a unit of this center, where only the unit's desks give numbers.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/importing.py"/>
        <source>Lúc tiếp nhận không thể sau lúc này.</source>
        <translation>The time of reception cannot lie in the future.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/importing.py"/>
        <source>Ngày hẹn trả phải sau lúc tiếp nhận.</source>
        <translation>The due time must be after the intake.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/importing.py"/>
        <source>Lúc nộp không thể sau lúc tiếp nhận.</source>
        <translation>It cannot have been filed after it was received.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/importing.py"/>
        <source>phải là thời điểm dạng yyyyMMddHHmmss</source>
        <translation>must be a time of the form yyyyMMddHHmmss</translation>
    </message>
    <message>
        <location filename="../../sync/acts/importing.py"/>
        <source>Chỉ nhận hồ sơ vừa được tiếp nhận ({0}); việc giải quyết về sau được ghi ở đây.</source>
        <translation>Only dossiers just received are taken ({0}); what is done with them later is recorded here.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/importing.py"/>
        <source>Phải đủ {0} chữ số.</source>
        <translation>Must have {0} digits.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/messages.py"/>
        <source>Chọn thông báo hay chỉ đạo.</source>
        <translation>Choose message or instruction.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/messages.py"/>
        <source>Hạn phải từ hôm nay trở đi.</source>
        <translation>It must be due today or later.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/messages.py"/>
        <source>Nội dung dài {0} ký tự; viết trong {1} ký tự.</source>
        <translation>The text has {0} characters; write at most {1}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/messages.py"/>
        <source>Nội dung viết trong {0} dòng.</source>
        <translation>Write the text in at most {0} lines.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/messages.py"/>
        <source>Ghi tiêu đề.</source>
        <translation>Write a title.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/messages.py"/>
        <source>Thông báo này đã được ghi là đã đọc.</source>
        <translation>This message was already marked as read.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/move.py"/>
        <source>Hồ sơ {0} đã hủy tiếp nhận</source>
        <translation>The intake of dossier {0} was annulled</translation>
    </message>
    <message>
        <location filename="../../sync/acts/move.py"/>
        <source>; dùng hồ sơ {0}.</source>
        <translation>; use dossier {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/move.py"/>
        <source>Cần từ 1 đến {0} {1}.</source>
        <translation>1 to {0} are needed: {1}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/move.py"/>
        <source>Chưa có {0}.</source>
        <translation>Missing: {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/move.py"/>
        <source>Nhiều quá {0} mục.</source>
        <translation>More than {0} items.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/move.py"/>
        <source>Chưa có nội dung.</source>
        <translation>There is no text yet.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/moves.py"/>
        <source>Hồ sơ đã được yêu cầu bổ sung một lần; chỉ được yêu cầu một lần, đầy đủ.</source>
        <translation>A supplement was asked for once; it may be asked for only once, in full.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/moves.py"/>
        <source>nội dung cần bổ sung</source>
        <translation>what to supplement</translation>
    </message>
    <message>
        <location filename="../../sync/acts/moves.py"/>
        <source>Hồ sơ này không chờ bổ sung.</source>
        <translation>This dossier does not wait for a supplement.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/moves.py"/>
        <source>Hồ sơ không có thời hạn theo quy định; đính chính ngày hẹn trả kèm lý do.</source>
        <translation>The dossier has no legal time limit; correct its due time and say why.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/moves.py"/>
        <source>Đã bổ sung đủ</source>
        <translation>Supplement complete</translation>
    </message>
    <message>
        <location filename="../../sync/acts/moves.py"/>
        <source>lý do</source>
        <translation>reason</translation>
    </message>
    <message>
        <location filename="../../sync/acts/moves.py"/>
        <source>Cần ghi lý do dừng giải quyết.</source>
        <translation>Give the reason for stopping.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/moves.py"/>
        <source>Hồ sơ đã giải quyết xong hoặc đã dừng, không hẹn lại ngày trả.</source>
        <translation>The dossier is settled or stopped and cannot be put off.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/moves.py"/>
        <source>Hồ sơ đã hẹn lại một lần (từ {0} sang {1}); pháp luật chỉ cho hẹn lại một lần.</source>
        <translation>The dossier was put off once (from {0} to {1}); the law allows only one new due time.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/moves.py"/>
        <source>Số ngày làm việc hẹn thêm phải từ 1 đến {0}.</source>
        <translation>The number of further working days must be 1 to {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/moves.py"/>
        <source>Cần ghi lý do chậm trả kết quả.</source>
        <translation>Give the reason for the delayed result.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/moves.py"/>
        <source>Cần ghi lý do đính chính.</source>
        <translation>Give the reason for the correction.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/moves.py"/>
        <source>Hồ sơ chưa có lần tiếp nhận nào.</source>
        <translation>The dossier has no intake yet.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/rebuilding.py"/>
        <source>Theo phiếu đã cấp</source>
        <translation>By the issued slip</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Không có đơn vị này; chọn trong danh sách, hoặc ghi mã định danh.</source>
        <translation>There is no such unit; choose from the list, or give its code.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Địa chỉ thư điện tử chưa đúng.</source>
        <translation>The email address is not right.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Thời điểm nộp không thể sau lúc này.</source>
        <translation>The time of filing cannot be later than now.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Nhiều quá {0} loại giấy tờ.</source>
        <translation>More than {0} kinds of papers.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Số bộ hồ sơ phải từ 1 đến {0}.</source>
        <translation>The number of sets must be 1 to {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>họ và tên</source>
        <translation>full name</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>tên tổ chức, cơ quan</source>
        <translation>the organisation's name</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Số giấy tờ chỉ gồm chữ và số, từ 3 đến 30 ký tự.</source>
        <translation>An identity number has only letters and digits, 3 to 30 of them.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Số điện thoại phải có ít nhất 6 chữ số.</source>
        <translation>A phone number has at least 6 digits.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Giới tính phải là Nam hoặc Nữ.</source>
        <translation>The gender must be Nam (male) or Nữ (female).</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Ngày sinh phải từ năm 1900 đến hôm nay.</source>
        <translation>The date of birth must be between 1900 and today.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Mã xã, phường phải đủ 5 chữ số.</source>
        <translation>A commune's code has 5 digits.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Chưa có tên giấy tờ.</source>
        <translation>The paper's name is missing.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Số bản phải từ 0 đến {0}.</source>
        <translation>The number of copies must be 0 to {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Thủ tục {0} không có trường hợp “{1}”.</source>
        <translation>Procedure {0} has no case “{1}”.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Thủ tục đã có thời hạn “{0}”, không nhập ngày hẹn khác.</source>
        <translation>The procedure has a time limit, “{0}”; no other due time can be entered.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Thủ tục chưa rõ thời hạn: cần nhập ngày giờ hẹn trả kèm lý do.</source>
        <translation>The procedure has no clear time limit: enter the due time and say why.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Cần ghi lý do của ngày hẹn trả do cán bộ nhập.</source>
        <translation>Give the reason for the due time you entered.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Ngày hẹn trả do cán bộ nhập: {0}</source>
        <translation>Due time entered by the officer: {0}</translation>
    </message>
    <message>
        <location filename="../../sync/acts/receive.py"/>
        <source>Số trang, số bản hoặc số tiền nằm ngoài khoảng cho phép.</source>
        <translation>The number of pages or copies, or the amount, is out of range.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/refusing.py"/>
        <source>lý do từ chối</source>
        <translation>reason for refusing</translation>
    </message>
    <message>
        <location filename="../../sync/acts/returning.py"/>
        <source>Chưa ghi thu {0} của hồ sơ này; thu hoặc xác nhận đã thu.</source>
        <translation>{0} of this dossier is not recorded as paid; take it or confirm that it was paid.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/returning.py"/>
        <source>Chưa ghi kết quả đã về quầy; xem kết quả có trên tay chưa.</source>
        <translation>The result is not recorded as arrived; see that you have it.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/returning.py"/>
        <source>Công dân đăng ký nhận qua bưu chính; hỏi xem còn gửi không.</source>
        <translation>The citizen chose the post; ask whether to send it still.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/returning.py"/>
        <source> lúc {0}</source>
        <translation> at {0}</translation>
    </message>
    <message>
        <location filename="../../sync/acts/returning.py"/>
        <source>Hồ sơ {0} đã trả kết quả{1}{2}.</source>
        <translation>Dossier {0} was returned{1}{2}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/returning.py"/>
        <source>Hồ sơ {0} chưa có kết quả: đang là “{1}”{2}.</source>
        <translation>Dossier {0} has no result yet: it is “{1}”{2}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/returning.py"/>
        <source>Mất phiếu: đối chiếu giấy tờ tùy thân, ghi tên giấy tờ và lý do rồi mới trả.</source>
        <translation>Slip lost: check an identity paper, write down which and why, then return.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/returning.py"/>
        <source>Phiếu này đã hết hiệu lực, hồ sơ đã cấp lại phiếu lần {0}; lấy phiếu mới</source>
        <translation>This slip is no longer valid, the dossier has slip issue {0}; take the new slip</translation>
    </message>
    <message>
        <location filename="../../sync/acts/returning.py"/>
        <source>{0}, hoặc trả theo trường hợp mất phiếu.</source>
        <translation>{0}, or return as with a lost slip.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/returning.py"/>
        <source>Người này</source>
        <translation>This person</translation>
    </message>
    <message>
        <location filename="../../sync/acts/returning.py"/>
        <source>{0} nhận thay nhưng chưa ghi giấy ủy quyền; xem và ghi số, ngày của giấy.</source>
        <translation>{0} collects for somebody, but no authorisation is written down; see it and write its number and date.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/returning.py"/>
        <source>{0} không phải chủ hồ sơ {1} hay người nộp; cần giấy ủy quyền để nhận thay.</source>
        <translation>{0} is neither the owner {1} nor the applicant; an authorisation is needed to collect.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/returning.py"/>
        <source>Số bản chính trả lại phải từ 0 đến 999.</source>
        <translation>The number of originals given back must be 0 to 999.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/step_time.py"/>
        <source>; đã hẹn lại một lần</source>
        <translation>; put off once already</translation>
    </message>
    <message>
        <location filename="../../sync/acts/step_time.py"/>
        <source>; gửi văn bản xin lỗi và hẹn lại</source>
        <translation>; send an apology with a new date</translation>
    </message>
    <message>
        <location filename="../../sync/acts/step_time.py"/>
        <source>Quá hạn trả kết quả từ {0}{1}.</source>
        <translation>The result is overdue since {0}{1}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/step_time.py"/>
        <source>Hẹn trả {0}; đã qua lúc phải xin lỗi trước một ngày làm việc.</source>
        <translation>Due {0}; the last moment for an apology, one working day before, is past.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/step_time.py"/>
        <source>Nếu không kịp hạn {0}, xin lỗi và hẹn lại trước {1}.</source>
        <translation>If {0} cannot be kept, apologise with a new date before {1}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/step_time.py"/>
        <source>Bước {0} quá hạn từ {1}.</source>
        <translation>Step {0} is overdue since {1}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/step_time.py"/>
        <source>Bước {0} đến hạn {1}.</source>
        <translation>Step {0} is due {1}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/step_time.py"/>
        <source>Bước {0} chưa phân công ai từ {1}.</source>
        <translation>Step {0} has been with nobody since {1}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/step_time.py"/>
        <source>{0} chưa trả lời, hạn {1}; im lặng không phải đồng ý.</source>
        <translation>{0} has not answered, due {1}; silence is not consent.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Hồ sơ {0} đang là “{1}”, không xử lý tiếp được.</source>
        <translation>Dossier {0} is “{1}”: no more work can be done on it.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Hồ sơ {0} đang chờ công dân ({1}); chưa xử lý được.</source>
        <translation>Dossier {0} is waiting for the citizen ({1}): no work can be done yet.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Cần ghi tên người được giao.</source>
        <translation>Write the name of the person.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>không có</source>
        <translation>none</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Hồ sơ đang ở bước {0}, chưa {1} được (việc của bước: {2}).</source>
        <translation>The dossier is at step {0}: no {1} yet (that is for step: {2}).</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Cần ghi người được giao.</source>
        <translation>Say who is to have it.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Lý do phải là một trong: {0}.</source>
        <translation>The reason must be one of: {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>{0} đang giữ hồ sơ này.</source>
        <translation>{0} has this dossier.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>{0} đang giữ hồ sơ này; ghi lý do giao cho người khác.</source>
        <translation>{0} has this dossier; give the reason for another person.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Quy trình không có bước “{0}”.</source>
        <translation>The process has no step “{0}”.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Đề xuất phải là một trong: {0}.</source>
        <translation>The proposal must be one of: {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Cần ghi lý do của đề xuất.</source>
        <translation>Give the reason of the proposal.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>thẩm định</source>
        <translation>appraisal</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Chưa có ý kiến của {0}; im lặng không phải đồng ý, ghi lý do làm tiếp.</source>
        <translation>{0} has not answered; silence is not consent: give the reason for going on.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Số ngày làm việc chờ ý kiến phải từ 1 đến {0}.</source>
        <translation>The working days to wait must be 1 to {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Cần ghi cơ quan được lấy ý kiến.</source>
        <translation>Write the office that is asked.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Cần ghi nội dung lấy ý kiến.</source>
        <translation>Write what is asked.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Không rõ trả lời cho lần lấy ý kiến nào, hoặc lần đó đã có trả lời.</source>
        <translation>It is not clear which question this answers, or that one has its answer.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Ý kiến phải là một trong: {0}.</source>
        <translation>The opinion must be one of: {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Cần ghi nội dung ý kiến.</source>
        <translation>Write the opinion.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>phê duyệt</source>
        <translation>approval</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Hồ sơ chưa được thẩm định nên chưa có gì để phê duyệt.</source>
        <translation>The dossier has not been appraised: there is nothing to approve yet.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Kết quả phải là một trong: {0}.</source>
        <translation>The outcome must be one of: {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Thể thức ký phải là một trong: {0}; trống: ký chính.</source>
        <translation>The capacity must be one of: {0}; empty: in one's own right.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Ký thay, thừa ủy quyền, thừa lệnh: ghi chức danh người được ký thay.</source>
        <translation>Signing for somebody else: write whose office it is.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Ký thừa ủy quyền: ghi số, ngày văn bản ủy quyền.</source>
        <translation>Signing by delegation: write number and day of the paper that delegates.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Ngày của văn bản không thể sau hôm nay.</source>
        <translation>The paper's day cannot be after today.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Cần ghi lý do trả lại.</source>
        <translation>Give the reason for sending it back.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Chỉ trả lại cho một bước trước bước hiện tại, sau bước tiếp nhận.</source>
        <translation>It goes back only to a step before the present one, after the reception.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>đóng dấu</source>
        <translation>seal</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Chưa có phê duyệt nên chưa đóng dấu được.</source>
        <translation>There is no approval: it cannot be sealed yet.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Kết quả đã đóng dấu.</source>
        <translation>The result is sealed already.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Số bản phải từ 1 đến 999.</source>
        <translation>The copies must be 1 to 999.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/steps.py"/>
        <source>Cần ghi số vào sổ của kết quả.</source>
        <translation>Write the result's number in the book.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/subjects.py"/>
        <source>Yêu cầu phải là một trong: {0}.</source>
        <translation>The wish must be one of: {0}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/subjects.py"/>
        <source>Yêu cầu {0} đã được trả lời ngày {1}.</source>
        <translation>Request {0} was answered on {1}.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/subjects.py"/>
        <source>Chỉ được gia hạn một lần.</source>
        <translation>It can be put off once only.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/subjects.py"/>
        <source>Ghi ngày trả lời mới, muộn nhất {0}.</source>
        <translation>Write the new day of the answer, {0} at the latest.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/subjects.py"/>
        <source>Chỉ ghi ngày mới khi gia hạn.</source>
        <translation>A new day is written only when the answer is put off.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/subjects.py"/>
        <source>Ghi lý do: người dân có quyền khiếu nại.</source>
        <translation>Give the reason: the person may complain.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/unit.py"/>
        <source>Mức hài lòng phải từ 1 đến 5.</source>
        <translation>A rating is 1 to 5.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/unit.py"/>
        <source>Cần ghi lĩnh vực thủ tục.</source>
        <translation>The field of the procedure is missing.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/unit.py"/>
        <source>Số tiền đếm được phải từ 0 đồng trở lên.</source>
        <translation>The cash counted must be 0 dong or more.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/unit.py"/>
        <source>Giờ kết thúc ca phải sau giờ bắt đầu.</source>
        <translation>A shift ends after it begins.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/unit.py"/>
        <source>Tiền đếm lệch với sổ: ghi lý do.</source>
        <translation>The cash differs from the book: say why.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/unit.py"/>
        <source>Tên cài đặt chỉ gồm chữ thường, số và dấu . _ -</source>
        <translation>A setting's name has only lower-case letters, digits and . _ -</translation>
    </message>
    <message>
        <location filename="../../sync/acts/unit.py"/>
        <source>Giá trị không lưu được.</source>
        <translation>The value cannot be stored.</translation>
    </message>
    <message>
        <location filename="../../sync/acts/unit.py"/>
        <source>Giá trị dài quá mức chia sẻ được.</source>
        <translation>The value is too long to be shared.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/converting.py"/>
        <source>Tệp này trống.</source>
        <translation>This file is empty.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/converting.py"/>
        <source>Máy quét có thể chưa ghi xong; hãy thử lại.</source>
        <translation>The scanner may not be finished; try again.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/converting.py"/>
        <source>Tệp này không phải PDF, JPEG, PNG hay TIFF.</source>
        <translation>This file is no PDF, JPEG, PNG or TIFF.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/converting.py"/>
        <source>Hãy quét lại và lưu thành một trong các loại đó.</source>
        <translation>Scan again and save it as one of these.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/converting.py"/>
        <source>Quét lại ở 300 dpi, hoặc tách thành nhiều tệp.</source>
        <translation>Scan again at 300 dpi, or split it into several files.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/converting.py"/>
        <source>Bản chụp vẫn lớn hơn {0} MB sau khi thu nhỏ.</source>
        <translation>The scan is still larger than {0} MB after being made smaller.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/converting.py"/>
        <source>Tách thành nhiều tệp rồi đính kèm từng tệp.</source>
        <translation>Split it and attach the parts.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/converting.py"/>
        <source>Tệp có {0} trang.</source>
        <translation>The file has {0} pages.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/converting.py"/>
        <source>Tách thành tệp tối đa {0} trang.</source>
        <translation>Split it into files of at most {0} pages.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/converting.py"/>
        <source>Hãy chụp hoặc quét lại.</source>
        <translation>Take or scan it again.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/converting.py"/>
        <source>Ảnh quá nhỏ.</source>
        <translation>The picture is too small.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/converting.py"/>
        <source>Hãy quét lại.</source>
        <translation>Please scan it again.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/pdf_pages.py"/>
        <source>Tệp có thể hỏng hoặc có mật khẩu; hãy quét lại.</source>
        <translation>The file may be damaged or have a password; scan it again.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/pdf_pages.py"/>
        <source>Tệp PDF có {0} trang.</source>
        <translation>The PDF has {0} pages.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/pdf_pages.py"/>
        <source>Tách thành các tệp có từ 1 đến {0} trang.</source>
        <translation>Split it into files of 1 to {0} pages.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/pdf_pages.py"/>
        <source>Tệp có thể hỏng; hãy quét lại.</source>
        <translation>The file may be damaged; scan it again.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/pdf_pages.py"/>
        <source>Trang {0} có khổ giấy không thể có thật.</source>
        <translation>Page {0} has an impossible paper size.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/pdf_pages.py"/>
        <source>Hãy quét lại trang này.</source>
        <translation>Scan this page again.</translation>
    </message>
    <message>
        <location filename="../../sync/attachments/pdf_pages.py"/>
        <source>Không đọc được trang {0}.</source>
        <translation>Page {0} cannot be read.</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/catalogue.py"/>
        <source>trùng mã</source>
        <translation>code used twice</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>Không đọc được dòng tiêu đề: {0}</source>
        <translation>The heading row cannot be read: {0}</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>Dòng tiêu đề có hơn {0} cột</source>
        <translation>The heading row has more than {0} columns</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>Dòng tiêu đề thiếu cột: {0}</source>
        <translation>The heading row lacks columns: {0}</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>Tệp phải là văn bản phân cách tab, dòng đầu là tên cột.</source>
        <translation>The file must be text separated by tabs, the first row the columns' names.</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>Dòng tiêu đề có cột trùng: {0}</source>
        <translation>The heading row has columns twice: {0}</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>cột này không được dùng đến</source>
        <translation>this column is not used</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>có {0} ô, tiêu đề có {1} cột</source>
        <translation>has {0} cells, the heading {1} columns</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>{0}; bỏ qua dòng này</source>
        <translation>{0}; this row is left out</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>trùng mã với dòng {0}; bỏ qua dòng này</source>
        <translation>same code as row {0}; this row is left out</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>mã thủ tục phải có dạng 1.001193; bỏ qua dòng này</source>
        <translation>a procedure's code is written as 1.001193; this row is left out</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>không có tên thủ tục; bỏ qua dòng này</source>
        <translation>no procedure's name; this row is left out</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>dài quá {0} ký tự; không lấy ô này</source>
        <translation>longer than {0} characters; this cell is left out</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>{0}; không lấy ô này</source>
        <translation>{0}; this cell is left out</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>giữ thời hạn đang có “{0}”</source>
        <translation>the time limit “{0}” stays</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>thời hạn để trống, phải nhập hạn trả khi tiếp nhận</source>
        <translation>the time limit is empty; the due time is entered at intake</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>không ghi thời hạn; {0}</source>
        <translation>no time limit given; {0}</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/importing.py"/>
        <source>“{0}” không có đơn vị</source>
        <translation>“{0}” has no unit</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/local_fees.py"/>
        <source>hồ sơ</source>
        <translation>dossier</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/local_fees.py"/>
        <source>bản</source>
        <translation>copy</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/local_fees.py"/>
        <source>phải có từ 1 đến {0} ký tự</source>
        <translation>must have 1 to {0} characters</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/local_fees.py"/>
        <source>phải là số tiền đồng, không âm</source>
        <translation>must be an amount in dong, not negative</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/local_fees.py"/>
        <source>có nhóm để trống hoặc quá dài</source>
        <translation>a group is empty or too long</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/local_fees.py"/>
        <source>không phải một khoản phí</source>
        <translation>is no fee</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/local_fees.py"/>
        <source>thiếu trường</source>
        <translation>a field is missing</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/local_fees.py"/>
        <source>phải là ngày dạng 2026-11-23</source>
        <translation>must be a day such as 2026-11-23</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/table.py"/>
        <source>Kiểm tra lại tệp đã chọn.</source>
        <translation>Check the chosen file.</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/table.py"/>
        <source>Tệp không có dòng tiêu đề</source>
        <translation>The file has no heading row</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/table.py"/>
        <source>dòng dài quá {0} KB</source>
        <translation>the row is longer than {0} KB</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/table.py"/>
        <source>dòng có byte NUL</source>
        <translation>the row has a NUL byte</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/table.py"/>
        <source>không phải UTF-8 (byte thứ {0} của dòng)</source>
        <translation>not UTF-8 (byte {0} of the row)</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/table.py"/>
        <source>Tệp lớn hơn {0} MB</source>
        <translation>The file is larger than {0} MB</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/table.py"/>
        <source>Tệp trống</source>
        <translation>The file is empty</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/table.py"/>
        <source>Đây là tệp Excel hoặc tệp nén</source>
        <translation>This is an Excel or packed file</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/table.py"/>
        <source>Mở bằng Excel và lưu thành văn bản phân cách tab, UTF-8.</source>
        <translation>Open it in Excel and save it as text separated by tabs, UTF-8.</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/table.py"/>
        <source>Tệp có bảng mã UTF-16</source>
        <translation>The file is UTF-16</translation>
    </message>
    <message>
        <location filename="../../sync/catalogue/table.py"/>
        <source>Tệp có hơn {0} dòng</source>
        <translation>The file has more than {0} rows</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Tệp này không phải gói dữ liệu Một cửa.</source>
        <translation>This file is no Một cửa bundle.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Chọn đúng tệp có đuôi .mcb do máy quầy hoặc trung tâm ghi ra.</source>
        <translation>Choose a file ending in .mcb that a desk or the center wrote.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Gói dữ liệu này do phiên bản Một cửa mới hơn ghi.</source>
        <translation>This bundle was written by a newer version of Một cửa.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Cập nhật chương trình trên máy này rồi nhập lại; gói không bị thay đổi.</source>
        <translation>Update the program on this machine and take it in again; the bundle is unchanged.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Gói dữ liệu bị cụt, có thể thẻ nhớ đã bị rút khi đang ghi.</source>
        <translation>The bundle is cut off; perhaps the stick was pulled out while writing.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Ghi lại gói ở máy gửi và chờ dòng “có thể rút thẻ nhớ”.</source>
        <translation>Write it again on the sending machine and wait until it says the stick may be taken out.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Gói dữ liệu lớn hơn mức cho phép nên không được mở.</source>
        <translation>The bundle is larger than allowed and is not opened.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Ghi lại gói ở máy gửi; gói do chương trình ghi không bao giờ vượt 2 GB.</source>
        <translation>Write it again on the sending machine; the program's bundles never exceed 2 GB.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Chữ ký của gói dữ liệu không đúng: gói bị hỏng hoặc đã bị sửa.</source>
        <translation>The bundle's signature is wrong: it is damaged or was changed.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Không có gì được nhập. Ghi lại gói ở máy gửi, tốt nhất bằng thẻ nhớ khác.</source>
        <translation>Nothing was taken in. Write it again on the sending machine, best on another stick.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Gói dữ liệu do máy không được trung tâm chứng nhận ghi ra.</source>
        <translation>The bundle was written by a machine the center did not certify.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Không có gì được nhập. Chỉ nhận gói của máy trong đơn vị hoặc của trung tâm.</source>
        <translation>Nothing was taken in. Take only bundles of this unit's machines or the center.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Gói dữ liệu này không gửi cho máy này.</source>
        <translation>This bundle is not for this machine.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Kiểm tra đúng gói của đơn vị mình; máy mới ghi danh phải có mặt ở máy gửi trước khi ghi gói.</source>
        <translation>Check that it is your unit's bundle; the sending machine must know a newly enrolled one before it writes.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Nội dung gói dữ liệu bị hỏng.</source>
        <translation>The bundle's content is damaged.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Phần nhập được trước chỗ hỏng vẫn đúng và được giữ. Ghi lại gói ở máy gửi rồi nhập lại.</source>
        <translation>What was taken in before the damage is right and kept. Write the bundle again and take it in again.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Gói dữ liệu này của đơn vị khác.</source>
        <translation>This bundle is another unit's.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Không có gì được nhập. Đưa gói về đúng đơn vị hoặc về trung tâm.</source>
        <translation>Nothing was taken in. Bring the bundle to its unit or to the center.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Không đọc được tệp trên thẻ nhớ.</source>
        <translation>The file on the stick cannot be read.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Cắm lại thẻ nhớ rồi thử lại; nếu còn lỗi, ghi lại gói bằng thẻ nhớ khác.</source>
        <translation>Plug the stick in again and try; if it fails again, write the bundle on another stick.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Không thấy thư mục hoặc thẻ nhớ đã chọn.</source>
        <translation>The chosen folder or stick is not there.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Cắm lại thẻ nhớ, chọn lại nơi ghi rồi làm lại.</source>
        <translation>Plug the stick in again, choose the place and do it again.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Thẻ nhớ hoặc thư mục này không cho ghi.</source>
        <translation>This stick or folder cannot be written.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Gạt khóa chống ghi của thẻ nhớ, hoặc chọn nơi khác.</source>
        <translation>Slide the stick's write lock open, or choose another place.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Thẻ nhớ đã đầy nên gói chưa được ghi.</source>
        <translation>The stick is full, so the bundle was not written.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Xóa bớt tệp trên thẻ nhớ hoặc dùng thẻ nhớ khác.</source>
        <translation>Delete files on the stick, or use another one.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Thẻ nhớ báo lỗi, hoặc đọc lại khác với điều đã ghi; gói không dùng được.</source>
        <translation>The stick reports an error, or reads back something else; the bundle cannot be used.</translation>
    </message>
    <message>
        <location filename="../../sync/links/stick_words.py"/>
        <source>Dùng thẻ nhớ khác rồi ghi lại; dữ liệu trên máy vẫn nguyên vẹn.</source>
        <translation>Use another stick and write it again; the data on this machine is unharmed.</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Đúng hạn theo đơn vị</source>
        <translation>On time by unit</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Đúng hạn theo lĩnh vực</source>
        <translation>On time by field</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Đúng hạn theo thủ tục</source>
        <translation>On time by procedure</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Đúng hạn theo cán bộ tiếp nhận</source>
        <translation>On time by receiving officer</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Cán bộ</source>
        <translation>Officer</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Hồ sơ vào và ra</source>
        <translation>Dossiers in and out</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Xu hướng tỷ lệ đúng hạn</source>
        <translation>Trend of the on-time rate</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Tháng</source>
        <translation>Month</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Hồ sơ chưa xong theo đơn vị</source>
        <translation>Pending dossiers by unit</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Hồ sơ chưa xong theo thời gian đã chờ</source>
        <translation>Pending dossiers by age</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Hồ sơ chưa xong theo lĩnh vực</source>
        <translation>Pending dossiers by field</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Hồ sơ chưa xong theo thủ tục</source>
        <translation>Pending dossiers by procedure</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Hồ sơ chưa xong theo cán bộ đang giữ</source>
        <translation>Pending dossiers by officer in charge</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Hồ sơ chưa xong theo bước</source>
        <translation>Pending dossiers by step</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Bước</source>
        <translation>Step</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Hài lòng theo lĩnh vực</source>
        <translation>Satisfaction by field</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Hài lòng theo đơn vị</source>
        <translation>Satisfaction by unit</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>dưới 3 ngày</source>
        <translation>under 3 days</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>3–7 ngày</source>
        <translation>3–7 days</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>8–15 ngày</source>
        <translation>8–15 days</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>16–30 ngày</source>
        <translation>16–30 days</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>31–90 ngày</source>
        <translation>31–90 days</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>trên 90 ngày</source>
        <translation>over 90 days</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Chưa vào quy trình nhiều bước</source>
        <translation>Not in a process of several steps</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>lúc {0}</source>
        <translation>at {0}</translation>
    </message>
    <message>
        <location filename="../../sync/reports/asking.py"/>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <location filename="../../sync/reports/lists.py"/>
        <source> Còn {0} dòng nữa ở tệp CSV.</source>
        <translation> {0} more lines are in the CSV file.</translation>
    </message>
    <message>
        <location filename="../../sync/reports/periods.py"/>
        <source>tháng {0}/{1}</source>
        <translation>month {0}/{1}</translation>
    </message>
    <message>
        <location filename="../../sync/reports/periods.py"/>
        <source>quý {0}/{1}</source>
        <translation>quarter {0}/{1}</translation>
    </message>
    <message>
        <location filename="../../sync/reports/periods.py"/>
        <source>năm {0}</source>
        <translation>year {0}</translation>
    </message>
    <message>
        <location filename="../../sync/reports/periods.py"/>
        <source>từ {0} đến {1}</source>
        <translation>{0} to {1}</translation>
    </message>
    <message>
        <location filename="../../sync/reports/periods.py"/>
        <source>12 tháng đến {0}</source>
        <translation>12 months to {0}</translation>
    </message>
    <message>
        <location filename="../../sync/reports/report.py"/>
        <source>Biểu đồ: {0}, {1}. Số liệu đầy đủ ở bảng ngay sau.</source>
        <translation>Chart: {0}, {1}. All figures are in the table that follows.</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>(không ghi)</source>
        <translation>(not stated)</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Đúng hạn: kết thúc không muộn hơn hẹn trả, tính theo lúc xử lý xong, không theo lúc công dân đến nhận. Hồ sơ yêu cầu bổ sung quá một lần tính là quá hạn. Tỷ lệ chỉ tính hồ sơ đã kết thúc và có hẹn trả.</source>
        <translation>On time: ended not later than due, by when it was settled, not by when it was collected. A supplement asked for more than once counts as overdue. The rate is of ended dossiers with a due time.</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Tổng cộng</source>
        <translation>Total</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Đã giải quyết</source>
        <translation>Settled</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Tỷ lệ đúng hạn</source>
        <translation>On-time rate</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Trong đó trực tuyến</source>
        <translation>Of these online</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Trong đó không có kết quả</source>
        <translation>Of these without result</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Chênh lệch</source>
        <translation>Difference</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Không có kết quả: từ chối, dừng xử lý hoặc công dân rút hồ sơ. Chênh lệch: tiếp nhận trừ đã giải quyết.</source>
        <translation>Without result: refused, stopped or withdrawn. Difference: received less settled.</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Tỷ lệ đúng hạn (%)</source>
        <translation>On-time rate (%)</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Trong hạn</source>
        <translation>In time</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Đang giải quyết</source>
        <translation>In progress</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Chờ công dân</source>
        <translation>Citizen awaited</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>{0}, quá hạn {1}</source>
        <translation>{0}, overdue {1}</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Chờ công dân: chờ bổ sung giấy tờ hoặc nghĩa vụ tài chính, hạn không chạy.</source>
        <translation>Citizen awaited: papers or a payment; the limit stands still.</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Chưa xong</source>
        <translation>Pending</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Đã chờ</source>
        <translation>Waited</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Lượt đánh giá</source>
        <translation>Ratings</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Tỷ lệ hài lòng</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <location filename="../../sync/reports/tables.py"/>
        <source>Tỷ lệ hài lòng: hài lòng và rất hài lòng trên mọi lượt đánh giá. Đánh giá không gắn với hồ sơ hay cán bộ nào.</source>
        <translation>Satisfied: satisfied and very satisfied of all ratings. A rating belongs to no dossier and no officer.</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/installed.py"/>
        <source>thường</source>
        <translation>regular</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/installed.py"/>
        <source>đậm</source>
        <translation>bold</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/installed.py"/>
        <source>nghiêng</source>
        <translation>italic</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/installed.py"/>
        <source>đậm nghiêng</source>
        <translation>bold italic</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/installed.py"/>
        <source>giấy tờ in bằng phông có sẵn của chương trình.</source>
        <translation>papers are printed with the program's own typeface.</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/installed.py"/>
        <source>Máy này chưa cài phông Times New Roman; {0}</source>
        <translation>Times New Roman is not installed on this machine; {0}</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/installed.py"/>
        <source>Phông Times New Roman trên máy này thiếu kiểu chữ {0}; {1}</source>
        <translation>This machine's Times New Roman lacks the style {0}; {1}</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/installed.py"/>
        <source>Không đọc được phông Times New Roman trên máy này; {0}</source>
        <translation>This machine's Times New Roman cannot be read; {0}</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/installed.py"/>
        <source>Phông Times New Roman trên máy này thiếu chữ tiếng Việt (như “{0}”); {1}</source>
        <translation>This machine's Times New Roman lacks Vietnamese letters (such as “{0}”); {1}</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/layout.py"/>
        <source>không đọc được JSON: sai cú pháp ở {0}</source>
        <translation>the JSON cannot be read: wrong syntax at {0}</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/layout.py"/>
        <source>không đọc được JSON</source>
        <translation>the JSON cannot be read</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/layout.py"/>
        <source>phải là một đối tượng JSON</source>
        <translation>must be a JSON object</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/layout.py"/>
        <source>không có mẫu này</source>
        <translation>there is no such form</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/layout.py"/>
        <source>phải là tên một bộ mẫu</source>
        <translation>must be the name of a set of forms</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/layout.py"/>
        <source>quá nhiều bộ mẫu nối tiếp nhau</source>
        <translation>too many sets of forms in a chain</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/schema.py"/>
        <source>phải là số nguyên</source>
        <translation>must be a whole number</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/schema.py"/>
        <source>phải là số</source>
        <translation>must be a number</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/schema.py"/>
        <source>phải từ {0} đến {1}</source>
        <translation>must be {0} to {1}</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/schema.py"/>
        <source>không có mục này</source>
        <translation>there is no such item</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/schema.py"/>
        <source>còn thiếu</source>
        <translation>is missing</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/schema.py"/>
        <source>phải là một danh sách không rỗng</source>
        <translation>must be a list that is not empty</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/schema.py"/>
        <source>phải có đúng {0} phần tử</source>
        <translation>must have exactly {0} items</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/schema.py"/>
        <source>thừa hoặc thiếu dấu ngoặc nhọn</source>
        <translation>has a brace too many or too few</translation>
    </message>
    <message>
        <location filename="../../sync/typeset/schema.py"/>
        <source>không có giá trị cho {{0}} ở đây</source>
        <translation>there is no value for {{0}} here</translation>
    </message>
</context>
</TS>
