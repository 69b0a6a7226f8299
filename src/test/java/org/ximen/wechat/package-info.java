@NullMarked
package org.ximen.wechat;

import org.jspecify.annotations.NullMarked;
