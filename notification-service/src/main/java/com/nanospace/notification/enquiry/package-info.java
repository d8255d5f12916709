/** Events of enquiries: acknowledgement and the owner's copy. */
@NullMarked
package com.nanospace.notification.enquiry;

import org.jspecify.annotations.NullMarked;
