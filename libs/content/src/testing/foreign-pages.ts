/** What Word puts on the clipboard: the whole page with its styles, conditional comments and all. */
export const WORD_CLIPBOARD = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/hang/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:Wingdings; panose-1:5 0 0 0 0 0 0 0 0 0;}
 p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0in; font-size:13.0pt; font-family:"Times New Roman",serif;}
 @list l0:level1 {mso-level-number-format:bullet; mso-level-text:\u00b7; font-family:Symbol;}
-->
</style>
</head>
<body lang=EN-US style='tab-interval:.5in;word-wrap:break-word'>
<!--StartFragment-->
<h1>Tiếp nhận khiếu nại<o:p></o:p></h1>
<p class=MsoNormal style='text-align:justify'><b style='mso-bidi-font-weight:
normal'><span lang=VI style='font-size:13.0pt;line-height:107%;font-family:"Times New Roman",serif;
color:red;mso-ansi-language:VI'>Người tiếp công dân</span></b><span lang=VI> ghi <i>đầy đủ</i>
“họ, tên” vào <u>sổ</u>,&nbsp;không&#8203; hứa&nbsp;hẹn…<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span
style='mso-list:Ignore'>\u00b7<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]><span lang=VI>Mời ngồi<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;mso-add-space:auto;text-indent:-.25in;
mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span
style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Rót
nước<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>\u00b7<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><b>Ghi</b> sổ<o:p></o:p></p>
<h2><span lang=VI>Thời hạn<o:p></o:p></span></h2>
<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>3.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span><![endif]>Thụ lý<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>4.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span><![endif]>Xác minh<o:p></o:p></p>
<p class=MsoNormal style='mso-list:l2 level1 lfo3'><![if !supportLists]><span
style='mso-list:Ignore'>Điều 7.<span style='font:7.0pt "Times New Roman"'>&nbsp;</span></span><![endif]>Trình tự khiếu nại<o:p></o:p></p>
<p class=MsoNormal>1. Khoản gõ tay.<o:p></o:p></p>
<p class=MsoNormal>a) Điểm gõ tay<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"
title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
class=MsoFootnoteReference><span style='font-size:13.0pt'>[1]</span></span><![endif]></span></span></a>.<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=200 valign=top style='width:150.0pt;border:solid windowtext 1.0pt'>
  <p class=MsoNormal align=center style='text-align:center'><b>Việc<o:p></o:p></b></p></td>
  <td width=200 colspan=2 valign=top><p class=MsoNormal><b>Thời hạn<o:p></o:p></b></p></td>
 </tr>
 <tr style='mso-yfti-irow:1'>
  <td width=200 rowspan=2 valign=top><p class=MsoNormal>Thụ lý<o:p></o:p></p></td>
  <td><p class=MsoNormal>10 ngày<o:p></o:p></p></td>
  <td><p class=MsoNormal align=right style='text-align:right'>Điều 27<o:p></o:p></p></td>
 </tr>
 <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'>
  <td><p class=MsoNormal>m<sup>2</sup> và H<sub>2</sub>O<o:p></o:p></p></td>
  <td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td>
 </tr>
</table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Picture_1" type="#_x0000_t75" style='width:300pt'>
<v:imagedata src="file:///C:/Users/hang/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png" o:title=""/></v:shape><![endif]--><![if !vml]><img
width=400 height=300 src="file:///C:/Users/hang/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png"
v:shapes="Picture_1"><![endif]>Xem <a href="https://vbpl.vn/bo-luat?a=1">văn bản</a> và
<a href="file:///D:/mau.doc">mẫu đơn</a>, <del cite="mailto:Hang" datetime="2026-01-02T08:00">bản cũ</del><s>bỏ</s><o:p></o:p></p>
<!--EndFragment-->
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1'
href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Luật Khiếu nại 2011.<o:p></o:p></p></div></div>
<div style='mso-element:comment-list'><p class=MsoCommentText>Chị xem lại</p></div>
</body></html>`;

/** A file that Word saved as "web page, filtered": lists are drawn by hand, nothing says so. */
export const WORD_FILTERED = `<html><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<style> <!-- p.MsoNormal {margin:0in;font-size:14.0pt} --> </style></head>
<body lang=VI style='word-wrap:break-word'><div class=WordSection1>
<p class=MsoTitle>Chuyên đề tiếp dân</p>
<p class=MsoToc1><a href="#_Toc1">Mở đầu<span style='color:windowtext'>........ 1</span></a></p>
<h2><a name="_Toc1">Mở đầu</a></h2>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in'><span style='font-family:Symbol'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span><span lang=VI>một</span></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;text-indent:-.25in'>a)<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span>trong một</p>
<p class=MsoListParagraphCxSpLast style='margin:0in 0in 0in .5in;text-indent:-.25in'><span style='font-family:Symbol'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>hai</p>
<p class=MsoListParagraph>Đoạn thụt lề</p>
<p class=MsoNormal>&nbsp;</p></div></body></html>`;

/** A copy from Google Docs: all in one bold element that is not bold, styles on every span. */
export const GOOGLE_DOCS = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;"
id="docs-internal-guid-5d0b"><h1 dir="ltr" style="line-height:1.38;margin-top:20pt;"><span
style="font-size:20pt;font-family:Arial,sans-serif;color:#000000;font-weight:400;font-style:normal;white-space:pre-wrap;">Bài một</span></h1><p
dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:700;white-space:pre-wrap;">Đậm</span><span
style="font-size:11pt;font-weight:400;white-space:pre-wrap;"> và </span><span
style="font-weight:400;font-style:italic;">nghiêng</span><span style="font-size:0.6em;vertical-align:super;">2</span><a
href="https://www.google.com/url?q=https://vbpl.vn/a%3Fb%3D1&amp;sa=D" style="text-decoration:none;"><span
style="text-decoration:underline;color:#1155cc;">luật</span></a></p><br /><ul
style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p
dir="ltr" role="presentation"><span>một</span></p></li><ul><li dir="ltr" style="list-style-type:circle;"
aria-level="2"><p dir="ltr" role="presentation"><span>trong một</span></p></li></ul><li dir="ltr"
style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span>hai</span></p></li></ul><div
dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;"><colgroup><col width="300" /></colgroup><tbody><tr><td
style="vertical-align:top;"><p><span style="font-weight:700;">A</span></p></td><td><p><span
style="font-weight:700;">B</span></p></td></tr><tr><td><p>1</p></td><td><br></td></tr></tbody></table></div><p><span><img
src="https://lh3.googleusercontent.com/abc" width="602" height="300" alt="Sơ đồ" /></span></p></b><br
class="Apple-interchange-newline">`;

/** LibreOffice Writer: fonts as elements, lines broken anywhere, real lists, decomposed letters. */
export const LIBRE_OFFICE = `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4 (Linux)"/>
<style type="text/css">@page { size: 21cm 29.7cm; margin: 2cm } p { line-height: 115% }</style></head>
<body lang="vi-VN" link="#000080" dir="ltr"><h2 class="western">${'Hồ sơ'.normalize('NFD')}</h2>
<p style="margin-bottom: 0cm; line-height: 100%"><font face="Times New Roman, serif"><font size="3"
style="font-size: 12pt"><span lang="vi-VN">${'Giấy tờ gồm'.normalize('NFD')}
<b>hai</b> bản<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup></span></font></font></p>
<ol start="2"><li><p style="margin-bottom: 0cm">đơn</p></li><li><p>bản sao</p>
<ul><li><p>chứng thực</p></li></ul></li></ol>
<table width="100%" cellpadding="4" cellspacing="0"><thead><tr valign="top"><th width="50%"><p>Tên</p></th><th><p align="center">Số</p></th></tr></thead>
<tbody><tr><td><p>Đơn</p></td><td style="text-align: right"><p>1</p></td></tr></tbody></table>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>
${'Ghi chú'.normalize('NFD')}</p></div></body></html>`;

/** A page of a government site: furniture, a table that arranges, a document in it. */
export const GOVERNMENT_PAGE = `<div id="wrapper"><nav class="menu"><a href="/">Trang chủ</a></nav>
<script>track()</script><table role="presentation"><tbody><tr><td><h3 class="title">Luật Khiếu nại</h3>
<div class="content" style="font-family: arial"><p align="center"><strong>Chương II</strong></p>
<p><strong>Điều 7. Trình tự khiếu nại</strong><br>1. Khi có căn cứ<br><br>2. Trường hợp</p>
<dl><dt>Khiếu nại</dt><dd>là việc công dân đề nghị</dd></dl>
<ol type="a"><li>điểm một</li><li value="5">điểm năm</li></ol>
<blockquote><p>Trích lời</p></blockquote>
<figure><img src="data:image/png;base64,AAAA" alt="Quy trình"><figcaption>Hình 1</figcaption></figure>
<p>Cột 1<img src="/pixel.gif" width="1" height="1"> <a href="javascript:alert(1)">In</a> <a href="/van-ban/1">tải</a>
<iframe src="https://www.youtube.com/embed/x"></iframe><span style="display:none">ẩn</span></p>
<select><option>2026</option></select></div></td></tr></tbody></table></div>`;
