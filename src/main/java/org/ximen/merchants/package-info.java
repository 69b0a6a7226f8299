/** Shops from opening to closing (企业全生命周期): profile, guides, policies, joint visits. */
@NullMarked
package org.ximen.merchants;

import org.jspecify.annotations.NullMarked;
