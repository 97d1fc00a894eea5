/* web_address.h — links of strangers that may be published.   [catalogue]
 *
 * Only http and https, with a host and without credentials: `javascript:` and its like never reach a page.
 */
#ifndef IK_WEB_ADDRESS_H
#define IK_WEB_ADDRESS_H

#include <glib.h>

/* `text` as a web address; a bare host ("www.example.org/a") gets `http://` in front, the scheme becomes lower
 * case. NULL when it is none. Caller frees. */
char *ik_web_address(const char *text);

#endif
