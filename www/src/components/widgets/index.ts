// Which widget draws which type of field.

import type { FieldSpec } from 'mohurd-ecert';
import type { Component } from 'vue';
import CodeWidget from './CodeWidget.vue';
import DateWidget from './DateWidget.vue';
import ListWidget from './ListWidget.vue';
import PhotoWidget from './PhotoWidget.vue';
import TextWidget from './TextWidget.vue';

const WIDGETS: Record<FieldSpec['type'], Component> = {
  text: TextWidget,
  'long-text': TextWidget,
  url: TextWidget,
  date: DateWidget,
  code: CodeWidget,
  photo: PhotoWidget,
  list: ListWidget,
};

export function widgetOf(field: FieldSpec): Component {
  return WIDGETS[field.type];
}
