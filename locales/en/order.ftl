order-refund-topup = The network could not add it to your eSIM.
