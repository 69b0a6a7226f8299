/** The WeChat edge (公众号): callbacks in, customer-service messages out. */
@NullMarked
package org.ximen.wechat;

import org.jspecify.annotations.NullMarked;
