// Only the styles of the components in use, then the page's own over them.

import 'element-plus/theme-chalk/base.css';
import 'element-plus/theme-chalk/dark/css-vars.css';
import 'element-plus/theme-chalk/el-icon.css';
import 'element-plus/theme-chalk/el-scrollbar.css';
import 'element-plus/theme-chalk/el-popper.css';
import 'element-plus/theme-chalk/el-button.css';
import 'element-plus/theme-chalk/el-input.css';
import 'element-plus/theme-chalk/el-tag.css';
import 'element-plus/theme-chalk/el-option.css';
import 'element-plus/theme-chalk/el-select.css';
import 'element-plus/theme-chalk/el-date-picker-panel.css';
import 'element-plus/theme-chalk/el-radio-group.css';
import 'element-plus/theme-chalk/el-radio-button.css';
import './tokens.css';
import './page.css';
import './head.css';
import './form.css';
import './widgets.css';
import './panels.css';
import './send.css';
import './issuing.css';
import './sample.css';
