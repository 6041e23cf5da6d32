import { defineWords } from '../words.ts';

/** `refusal.<code>` a whole file is not taken · `cell.<code>` one cell is wrong · `sheet.<x>` texts inside workbooks. */
export const words = defineWords({
  'refusal.sheet_too_large': [
    '文件超过 {megabytes} MB，请分成几个文件上传。',
    'The file is larger than {megabytes} MB; split it into several files.',
  ],
  'refusal.sheet_wrong_type': [
    '这不是 Excel（.xlsx、.xls）或 CSV 文件，请用模板填写后上传。',
    'This is not an Excel (.xlsx, .xls) or CSV file; fill in the template and upload that.',
  ],
  'refusal.sheet_damaged': [
    '文件已损坏，无法读取。请用 Excel 或 WPS 打开后另存一份再上传。',
    'The file is damaged. Open it in Excel or WPS, save a copy and upload that.',
  ],
  'refusal.sheet_encrypted': [
    '文件设置了打开密码。请去掉密码后再上传。',
    'The file is protected by a password. Remove the password and upload it again.',
  ],
  'refusal.sheet_macros': [
    '文件含有宏，不能上传。请另存为不带宏的 .xlsx。',
    'The file contains macros. Save it as .xlsx without macros and upload that.',
  ],
  'refusal.sheet_zip_bomb': ['文件解压后大得不正常，已拒绝。', 'The file unpacks to an abnormal size and was refused.'],
  'refusal.sheet_zip_entries': [
    '文件内部的部件多得不正常，已拒绝。',
    'The file holds an abnormal number of parts and was refused.',
  ],
  'refusal.sheet_zip_overlap': [
    '文件内部结构被改动过（部件互相重叠），已拒绝。',
    'The inner structure of the file was tampered with (overlapping parts) and it was refused.',
  ],
  'refusal.sheet_zip_nested': ['文件里藏有压缩包，已拒绝。', 'The file hides another archive and was refused.'],
  'refusal.sheet_xml_entities': [
    '文件含有不允许的内容（XML 实体），已拒绝。',
    'The file holds forbidden content (XML entities) and was refused.',
  ],
  'refusal.sheet_strings_too_large': [
    '文件里的文字过多，请分成几个文件上传。',
    'The file holds too much text; split it into several files.',
  ],
  'refusal.sheet_area_too_large': [
    '表格范围大得不正常（{area}）。请把数据复制到新的模板中再上传。',
    'The area of the sheet is abnormal ({area}). Copy the data into a fresh template and upload that.',
  ],
  'refusal.sheet_too_many_rows': [
    '数据超过 {limit} 行，请分成几个文件上传。',
    'There are more than {limit} rows; split the file into several.',
  ],
  'refusal.sheet_cell_too_large': [
    '第 {row} 行有内容过长的单元格，已拒绝。',
    'Row {row} holds a cell of abnormal length; the file was refused.',
  ],
  'refusal.sheet_old_format': [
    '这种旧格式无法读取，请用 Excel 或 WPS 另存为 .xlsx 再上传。',
    'This old format cannot be read; save it as .xlsx and upload that.',
  ],
  'refusal.wrong_sheet': [
    '没有找到“{title}”的表头，缺少的列：{missing}。请使用模板。',
    'The head of “{title}” was not found; missing columns: {missing}. Use the template.',
  ],
  'refusal.wrong_template': [
    '这是“{found}”的模板，这里要的是“{title}”。',
    'This is the template “{found}”; “{title}” is needed here.',
  ],
  'refusal.duplicate_column': [
    '表头“{title}”出现了不止一次（{cells}），请删去多余的列。',
    'The head “{title}” occurs more than once ({cells}); delete the extra column.',
  ],
  'refusal.hidden_column': [
    '有隐藏的数据列：{columns}。请取消隐藏后再上传。',
    'Data columns are hidden: {columns}. Show them and upload again.',
  ],
  'refusal.bound_sheet_unknown': ['工作簿里没有名为“{sheet}”的工作表。', 'The workbook has no sheet named “{sheet}”.'],
  'refusal.bound_cell_unknown': ['“{cell}”不是单元格的地址。', '“{cell}” is not the address of a cell.'],
  'refusal.bound_cell_formula': [
    '单元格 {cell} 里是公式，不能绑定数字，请换一个单元格。',
    'Cell {cell} holds a formula; bind another cell.',
  ],
  'refusal.bound_cell_merged': [
    '单元格 {cell} 在合并区域内，请绑定合并区域的第一个单元格 {first}。',
    'Cell {cell} is covered by a merged area; bind its first cell {first}.',
  ],

  'cell.required': ['必须填写', 'Must be filled in'],
  'cell.too_long': ['最多 {max} 个字，现有 {length} 个', 'At most {max} characters, now {length}'],
  'cell.forbidden_character': [
    '含有不可见的控制字符，请重新输入',
    'Contains invisible control characters; type it again',
  ],
  'cell.formula_cell': [
    '单元格 {cell} 是公式，请改成具体的值（复制后“选择性粘贴”为数值）',
    'Cell {cell} holds a formula; replace it by its value (copy, then paste as value)',
  ],
  'cell.hidden_row': [
    '这一行被隐藏（或被筛选掉），请取消隐藏后再导入',
    'This row is hidden (or filtered out); show it and import again',
  ],
  'cell.merged_cell': [
    '单元格 {cell} 被合并，请取消合并并逐格填写',
    'Cell {cell} is part of a merged area; unmerge it and fill in each cell',
  ],
  'cell.damaged_row': [
    '这一行内部有重复或乱序的单元格，请把内容复制到新的一行',
    'Cells of this row are doubled or out of order inside the file; copy the content to a new row',
  ],
  'cell.error_value': ['单元格显示错误值 {text}，请改正', 'The cell shows the error {text}; correct it'],
  'cell.id_truncated': [
    '号码被存成了数字，第 15 位以后已丢失，请把单元格设为文本后重新输入',
    'The number was stored as a number and lost its digits after the 15th; set the cell to text and type it again',
  ],
  'cell.masked': [
    '号码带星号（打码导出的），请填写完整的内容',
    'The value is masked with stars (from an export); enter it in full',
  ],
  'cell.id_length': ['应为 18 位，现有 {length} 位', 'Must have 18 characters, now {length}'],
  'cell.id_fifteen_digits': [
    '是 15 位的旧号码，请填写 18 位身份证号',
    'Is an old number of 15 digits; enter the 18-digit number',
  ],
  'cell.id_characters': ['只能是 17 位数字加一位数字或 X', 'Must be 17 digits and one more digit or X'],
  'cell.id_birth_date': ['号码中的出生日期不存在', 'The birth date inside the number does not exist'],
  'cell.id_check_digit': ['校验位不对，请核对号码', 'The check digit is wrong; compare the number'],
  'cell.place_unknown': ['没有找到这个地方，或不在您的管辖范围内', 'No such place, or outside your range'],
  'cell.place_ambiguous': [
    '有几个同名的地方，请填写 12 位代码',
    'Several places bear this name; enter the 12-digit code',
  ],
  'cell.code_unknown': ['只能填：{choices}', 'Must be one of: {choices}'],
  'cell.date_format': ['不是日期，请写成 2018-06-27', 'Not a date; write 2018-06-27'],
  'cell.date_not_in_calendar': ['没有这一天', 'No such day'],
  'cell.month_format': ['不是月份，请写成 2018-06', 'Not a month; write 2018-06'],
  'cell.month_not_in_calendar': ['没有这个月份', 'No such month'],
  'cell.integer_format': ['不是整数', 'Not a whole number'],
  'cell.decimal_format': ['不是数字', 'Not a number'],
  'cell.number_too_large': ['数字太大', 'The number is too large'],
  'cell.money_not_a_number': ['不是金额，请写成 1234.50', 'Not an amount; write 1234.50'],
  'cell.money_too_precise': ['金额最多两位小数', 'At most two decimals'],
  'cell.money_too_large': ['金额太大', 'The amount is too large'],
  'cell.money_negative': ['金额不能是负数', 'The amount must not be negative'],
  'cell.duplicate_row': ['与第 {other} 行重复', 'The same as row {other}'],
  'cell.other': ['不符合要求', 'Not acceptable'],

  'sheet.guide': ['填表说明', 'Guide'],
  'sheet.errors': ['错误说明', 'What is wrong'],
  'sheet.mark': ['【导入检查】', '[Import check] '],
  'sheet.example': ['示例：', 'Example: '],
  'sheet.example_note': [
    '本行是示例，导入时自动跳过，可以删除。',
    'This row is an example; imports skip it and you may delete it.',
  ],
  'sheet.required': ['必填', 'required'],
  'sheet.optional': ['选填', 'optional'],
  'sheet.column': ['列', 'Column'],
  'sheet.kind': ['填什么', 'What to enter'],
  'sheet.note': ['说明', 'Note'],
  'sheet.example_head': ['示例', 'Example'],
  'sheet.choices': ['可选：{choices}', 'One of: {choices}'],
  'sheet.pick': ['请从列表中选择', 'Choose from the list'],
  'sheet.made_for': ['适用范围：{place}', 'For: {place}'],
  'sheet.version': ['模板版本：{version}', 'Template version: {version}'],
  'sheet.filters': ['筛选条件：{filters}', 'Filters: {filters}'],
  'sheet.no_filters': ['无', 'none'],
  'sheet.exported': ['{by} 导出于 {at}', 'Exported by {by} at {at}'],
  'sheet.masked': ['个人信息已打码', 'Personal data is masked'],
  'kind.text': ['文字', 'text'],
  'kind.integer': ['整数', 'whole number'],
  'kind.decimal': ['数字', 'number'],
  'kind.date': ['日期，如 2018-06-27', 'date, such as 2018-06-27'],
  'kind.month': ['月份，如 2018-06', 'month, such as 2018-06'],
  'kind.yuan': ['金额（元），最多两位小数', 'amount in yuan, at most two decimals'],
  'kind.code': ['从列表中选择', 'choose from the list'],
  'kind.id': ['号码（文本格式）', 'number, stored as text'],
  'kind.place': ['地名或 12 位代码', 'name or 12-digit code of a place'],
});
