import { defineWords } from '../words.ts';

export const words = defineWords({
  'act.file.read': ['查看附件', 'Read attachments'],
  'act.file.attach': ['上传附件', 'Attach files'],
  'refusal.file_type_unknown': [
    '不支持这种文件，或文件里夹带了别的内容。请上传图片、PDF、Word、Excel、录音或文本。',
    'This kind of file is not accepted, or it holds something else inside; upload an image, PDF, Word, Excel, audio or text file.',
  ],
  'refusal.file_type_differs': [
    '文件内容与扩展名不符（内容是 {type}）。',
    'The content is not what the extension says (it is {type}).',
  ],
  'refusal.file_image_too_large': ['图片尺寸过大，请缩小后上传。', 'The image has too many pixels; reduce it first.'],
  'refusal.file_image_damaged': ['图片已损坏，无法打开。', 'The image is damaged and cannot be opened.'],
  'refusal.file_empty': ['文件是空的。', 'The file is empty.'],
  'refusal.file_of_other': [
    '这个文件是别的单位附上的，只能由他们删除。',
    'Somebody else attached this file; only they take it out.',
  ],
  'refusal.file_quota': [
    '该区划的附件空间已满，请联系管理员。',
    'The storage of this place is full; ask the administrator.',
  ],
  'refusal.file_attached_already': ['这条记录已有这个文件。', 'The record already has this very file.'],
});
